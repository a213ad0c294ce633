namespace Site.Core.Organisations;

/// <summary>A plain text with the culture that it was found in, so that a page can mark a passage in another language.</summary>
/// <param name="Text">The text, never empty.</param>
/// <param name="Culture">The culture of the value; null when the property does not vary by culture.</param>
public sealed record Passage(string Text, string? Culture)
{
    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>A rich text with the culture that it was found in.</summary>
/// <param name="Html">HTML of the editor, not to be trusted.</param>
/// <param name="Culture">The culture of the value; null when the property does not vary by culture.</param>
/// <param name="Blocks">The blocks that <c>umb-rte-block</c> elements of the HTML stand for, by their content keys.</param>
public sealed record RichPassage(string Html, string? Culture, IReadOnlyDictionary<Guid, ElementReader> Blocks);
