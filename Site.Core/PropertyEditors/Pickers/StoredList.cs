namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Tells an empty stored list from no value at all.</summary>
internal static class StoredList
{
    /// <summary>Whether a stored JSON list holds anything; pickers treat <c>[]</c> as no value.</summary>
    public static bool HasItems(object? source)
        => source switch
        {
            null => false,
            string text => text.AsSpan().Trim() is { Length: > 0 } trimmed && !trimmed.SequenceEqual("[]"),
            _ => true,
        };
}
