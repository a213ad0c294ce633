using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Takes files over from their temporary place when the item that holds them is saved.</summary>
/// <remarks>
/// A replaced file is left where it is: the published version, or an older one, may still show it. Files go with the item
/// that owns them, see <see cref="DeletedFilesHandler"/>.
/// </remarks>
internal sealed class UploadedFiles(
    ITemporaryFileService temporaryFiles,
    MediaFileManager mediaFiles,
    ICoreScopeProvider scopes,
    IOptionsMonitor<ContentSettings> settings)
{
    private const string MediaRoot = "/media/";

    /// <summary>Moves a temporary file to its place below <c>/media/</c>; the temporary one goes when the surrounding scope completes.</summary>
    /// <param name="temporaryFile">Key under which it was uploaded.</param>
    /// <param name="contentKey">The item that will hold it.</param>
    /// <param name="propertyTypeKey">The property that will hold it.</param>
    /// <returns>Its path for visitors; <c>null</c> when the upload has expired or its type is not allowed.</returns>
    public string? Store(Guid temporaryFile, Guid contentKey, Guid propertyTypeKey)
    {
        if (Find(temporaryFile) is not { } file || !IsAllowedType(file.FileName))
            return null;

        temporaryFiles.EnlistDeleteIfScopeCompletes(temporaryFile, scopes);
        string path = mediaFiles.GetMediaPath(file.FileName, contentKey, propertyTypeKey);
        using Stream stream = file.OpenReadStream();
        mediaFiles.FileSystem.AddFile(path, stream, overrideIfExists: true);
        return mediaFiles.FileSystem.GetUrl(path);
    }

    /// <summary>The file uploaded under a key; <c>null</c> when there is none any more.</summary>
    public TemporaryFileModel? Find(Guid temporaryFile)
    {
#pragma warning disable RS0030 // Core's editors and validators are synchronous while its temporary files can only be asked for asynchronously.
        return temporaryFiles.GetAsync(temporaryFile).GetAwaiter().GetResult();
#pragma warning restore RS0030
    }

    /// <summary>Whether files of this name may be uploaded at all.</summary>
    public bool IsAllowedType(string fileName)
        => Path.GetExtension(fileName).TrimStart('.') is { Length: > 0 } extension && settings.CurrentValue.IsFileAllowedForUpload(extension);

    /// <summary>Whether a path that was posted instead of a file leads below the media folder and nowhere else.</summary>
    public static bool IsMediaPath(string path)
        => path.StartsWith(MediaRoot, StringComparison.OrdinalIgnoreCase)
            && !path.Contains("..", StringComparison.Ordinal)
            && !path.Contains('\\', StringComparison.Ordinal)
            && !path.Any(char.IsControl);
}
