using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Finds the files that the properties of an item hold.</summary>
internal sealed class FilePropertyReader(MediaUrlGeneratorCollection generators)
{
    /// <summary>The paths in all values of a property, edited and published, in every culture and segment.</summary>
    public IEnumerable<string> Paths(IProperty property)
        => property.Values
            .SelectMany(value => new[] { value.EditedValue, value.PublishedValue })
            .Select(value => Path(property.PropertyType.PropertyEditorAlias, value))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path in one value of an editor; <c>null</c> when it holds no file.</summary>
    public string? Path(string editorAlias, object? value)
        => generators.TryGetMediaPath(editorAlias, value, out string? path) ? path : null;
}
