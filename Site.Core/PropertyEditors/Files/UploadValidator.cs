using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Refuses uploads that have expired or are of a type that the site or the data type does not allow.</summary>
internal sealed class UploadValidator(UploadedFiles files) : IValueValidator
{
    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(
        object? value,
        string? valueType,
        object? dataTypeConfiguration,
        PropertyValidationContext validationContext)
    {
        PostedFile posted = PostedFile.Read(value);
        if (posted.TemporaryFileId is not { } temporaryFile)
        {
            if (posted.Source is { } source && !UploadedFiles.IsMediaPath(source))
                yield return Error($"The path '{source}' is not a media file of this site.");

            yield break;
        }

        if (files.Find(temporaryFile) is not { } file)
            yield return Error("The upload has expired; upload the file again.");
        else if (!files.IsAllowedType(file.FileName) || !IsConfigured(file, dataTypeConfiguration as FileUploadConfiguration))
            yield return Error($"Files of the type '{Path.GetExtension(file.FileName)}' are not allowed here.");
    }

    private static bool IsConfigured(TemporaryFileModel file, FileUploadConfiguration? configuration)
    {
        string[] allowed = [.. configuration?.FileExtensions ?? []];
        return allowed.Length == 0
            || allowed.Contains(Path.GetExtension(file.FileName).TrimStart('.'), StringComparer.OrdinalIgnoreCase)
            || allowed.Contains(Path.GetExtension(file.FileName), StringComparer.OrdinalIgnoreCase);
    }

    private static ValidationResult Error(string message) => new(message, ["value"]);
}
