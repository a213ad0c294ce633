namespace Site.Core.Delivery.Output;

/// <summary>
/// One key of <c>expand</c> or <c>fields</c> with what stands in its brackets, read by the grammar of specs/content-delivery-api-v2.md
/// section 4.1: <c>properties[author[properties[picture]],related]</c>.
/// </summary>
/// <param name="Key"><c>properties</c>, <c>$all</c>, the alias of a property, or any other text, which matches nothing.</param>
/// <param name="Items">The entries in its brackets in written order; empty without brackets.</param>
internal sealed record PropertySelection(string Key, IReadOnlyList<PropertySelection> Items)
{
    /// <summary>The most characters that a parameter may have: far more than a real one needs, and about what proxies let pass in a URL.</summary>
    public const int MaxLength = 4000;

    private const string All = "$all";
    private const string Properties = "properties";

    /// <summary>Whether entries stand in its brackets, so that they limit what is chosen.</summary>
    public bool IsLimiting => Items.Count > 0;

    /// <summary>Reads a parameter.</summary>
    /// <param name="text">The value; a parameter that is given several times is joined by commas.</param>
    /// <param name="selection">The root, whose items are the entries of the text; <c>null</c> when it is blank or malformed.</param>
    /// <returns>Whether the text is well formed: as many opening as closing brackets, each closing one after its opening one, none at the beginning and none empty.</returns>
    /// <remarks>Without recursion, so that hostile nesting costs no more than its length.</remarks>
    public static bool TryParse(string? text, out PropertySelection? selection)
    {
        selection = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (text[0] == '[' || text.Contains("[]", StringComparison.Ordinal) || !IsBalanced(text))
        {
            return false;
        }

        selection = Parse(text);
        return true;
    }

    /// <summary>The part that says what holds below the property; <c>null</c> when the property is not chosen.</summary>
    /// <remarks><c>$all</c> beside <c>properties</c> comes first; within <c>properties</c> the first entry that fits, as written.</remarks>
    public PropertySelection? For(string alias) =>
        Items.FirstOrDefault(x => x.Key == All)
        ?? Items.FirstOrDefault(x => x.Key == Properties)?.Items.FirstOrDefault(x => x.Key == All || x.Key == alias);

    private static bool IsBalanced(string text)
    {
        int depth = 0;
        foreach (char character in text)
        {
            depth += character switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }

    private static PropertySelection Parse(string text)
    {
        var open = new Stack<(string Key, List<PropertySelection> Items)>();
        List<PropertySelection> items = [];
        int begin = 0;
        bool closed = false;
        for (int end = 0; end <= text.Length; end++)
        {
            char sign = end == text.Length ? ',' : text[end];
            if (sign is not ('[' or ']' or ','))
            {
                continue;
            }

            string key = text[begin..end];
            begin = end + 1;
            if (sign == '[')
            {
                open.Push((key, items));
                items = [];
                closed = false;
                continue;
            }

            // The brackets before have written their key already.
            if (!closed || key.Length > 0)
            {
                items.Add(new PropertySelection(key, []));
            }

            closed = sign == ']';
            if (closed)
            {
                (string parent, List<PropertySelection> siblings) = open.Pop();
                siblings.Add(new PropertySelection(parent, items));
                items = siblings;
            }
        }

        return new PropertySelection(string.Empty, items);
    }
}
