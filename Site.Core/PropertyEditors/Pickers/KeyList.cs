namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Reads the comma-separated keys of types that pickers are limited to.</summary>
internal static class KeyList
{
    /// <summary>The keys in <paramref name="text"/>; empty when nothing limits the picker.</summary>
    public static HashSet<Guid> Parse(string? text)
        => [.. (text ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Guid.TryParse(part, out Guid key) ? key : (Guid?)null)
            .OfType<Guid>()];
}
