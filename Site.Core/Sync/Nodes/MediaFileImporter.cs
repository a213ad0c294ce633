using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Security;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>
/// Copies the files that upload and image values name from <c>Media/files/</c> of the folder into the media file system,
/// and computes what Umbraco derives from a file: size, extension and dimensions.
/// </summary>
internal sealed class MediaFileImporter(
    MediaFileManager mediaFiles,
    IOptionsMonitor<ContentSettings> contentSettings,
    IFileStreamSecurityValidator security,
    ILogger<UploadAutoFillProperties> logger,
    IImageDimensionExtractor? dimensions = null)
{
    private const string MediaRoot = "/media/";

    private static readonly HashSet<string> _fileEditors = new(StringComparer.OrdinalIgnoreCase)
    {
        Constants.PropertyEditors.Aliases.UploadField,
        Constants.PropertyEditors.Aliases.ImageCropper,
    };

    private readonly List<string> _made = [];

    private readonly UploadAutoFillProperties _autoFill = new(mediaFiles, logger, dimensions ?? new NoopImageDimensionExtractor());

    /// <summary>The properties whose values follow from a file, so that the folder's own are not used.</summary>
    public HashSet<string> ComputedAliases(IContentBase node) =>
        new(AutoFillOf(node).SelectMany(Aliases), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether values of the property name a file.</summary>
    public static bool IsFileEditor(IPropertyType type) => _fileEditors.Contains(type.PropertyEditorAlias);

    /// <summary>Copies every file that the item's values name, where it is missing or different.</summary>
    public void Import(SyncItem item, IContentBase node, SyncRun run)
    {
        foreach (IProperty property in node.Properties.Where(property => IsFileEditor(property.PropertyType)))
        {
            foreach (IPropertyValue value in property.Values)
            {
                if (PathOf(value.EditedValue as string) is { } path && CopyFile(item, property.Alias, path, run))
                {
                    Compute(item, node, property.Alias, path, value);
                }
            }
        }
    }

    /// <summary>Told when a transaction has ended: files that came with items which were taken back are removed again.</summary>
    public void Settle(bool committed)
    {
        foreach (string path in committed ? [] : _made)
        {
            mediaFiles.FileSystem.DeleteFile(path);
        }

        _made.Clear();
    }

    /// <summary>The path below <c>/media/</c>, from a bare path or an image cropper's JSON; null for anything else.</summary>
    public static string? PathOf(string? value)
    {
        string? source = value;
        if (value is not null && SyncJson.TryParse(value) is { } document)
        {
            using (document)
            {
                source = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("src", out JsonElement src)
                    ? src.ToString()
                    : null;
            }
        }

        source = source?.TrimStart('~');
        return source?.StartsWith(MediaRoot, StringComparison.OrdinalIgnoreCase) == true ? source[MediaRoot.Length..] : null;
    }

    /// <summary>Returns whether the media file system now holds the file.</summary>
    private bool CopyFile(SyncItem item, string alias, string path, SyncRun run)
    {
        string element = $"Properties/{alias}";
        string? source = run.Folder.FindMediaFile(path);
        bool exists = mediaFiles.FileSystem.FileExists(path);
        if (source is null)
        {
            if (!exists)
            {
                item.Warn(element, $"{MediaRoot}{path} is neither in Media/files/ of the folder nor in the site; add the file.");
            }

            return exists;
        }

        using FileStream file = System.IO.File.OpenRead(source);
        if (exists && IsSameAs(file, path))
        {
            return true;
        }

        CheckAllowed(file, path, element);
        item.Differ($"file {path}");
        if (run.Writes)
        {
            mediaFiles.FileSystem.AddFile(path, file, overrideIfExists: true);
            if (!exists)
            {
                _made.Add(path);
            }
        }

        return run.Writes;
    }

    private void CheckAllowed(FileStream file, string path, string element)
    {
        if (!contentSettings.CurrentValue.IsFileAllowedForUpload(Path.GetExtension(path).TrimStart('.')))
        {
            throw new SyncItemException(element, $"files such as '{SyncXml.Shorten(Path.GetFileName(path))}' may not be uploaded to this site.");
        }

        bool isSafe = security.IsConsideredSafe(file);
        file.Position = 0;
        if (!isSafe)
        {
            throw new SyncItemException(element, $"'{SyncXml.Shorten(Path.GetFileName(path))}' was found to be unsafe, such as an image with a script; clean the file.");
        }
    }

    private bool IsSameAs(FileStream file, string path)
    {
        if (mediaFiles.FileSystem.GetSize(path) != file.Length)
        {
            return false;
        }

        using Stream live = mediaFiles.FileSystem.OpenFile(path);
        bool isSame = SameBytes.In(file, live);
        file.Position = 0;
        return isSame;
    }

    private void Compute(SyncItem item, IContentBase node, string alias, string path, IPropertyValue value)
    {
        foreach (ImagingAutoFillUploadField autoFill in AutoFillOf(node).Where(field => field.Alias.InvariantEquals(alias)))
        {
            Dictionary<string, object?> before = Aliases(autoFill).Where(node.HasProperty).ToDictionary(computed => computed, computed => node.GetValue(computed));
            _autoFill.Populate(node, autoFill, path, value.Culture, value.Segment);
            foreach ((string computed, object? old) in before)
            {
                if (!StoredValue.AreSame(old, node.GetValue(computed)))
                {
                    item.Differ(computed);
                }
            }
        }
    }

    private IEnumerable<ImagingAutoFillUploadField> AutoFillOf(IContentBase node) =>
        contentSettings.CurrentValue.Imaging.AutoFillImageProperties.Where(field => node.HasProperty(field.Alias));

    private static string[] Aliases(ImagingAutoFillUploadField field) =>
        [field.WidthFieldAlias, field.HeightFieldAlias, field.LengthFieldAlias, field.ExtensionFieldAlias];
}
