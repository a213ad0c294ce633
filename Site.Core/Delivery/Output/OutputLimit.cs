namespace Site.Core.Delivery.Output;

/// <summary>The limits of one answer of the Content Delivery API, and which of them it went over.</summary>
internal enum OutputLimit
{
    /// <summary>None.</summary>
    None,

    /// <summary>It would be nested deeper than <see cref="OutputLimits.MaxDepth"/>.</summary>
    Depth,

    /// <summary>It would expand more references than <see cref="OutputLimits.MaxExpanded"/>.</summary>
    Expanded,
}

/// <summary>How large an answer may become.</summary>
internal static class OutputLimits
{
    /// <summary>The most levels of objects and arrays in an answer.</summary>
    /// <remarks>
    /// Umbraco's own default is the 32 of ASP.NET Core's MVC, which an expanded reference in a block in a grid, or a table in rich text as
    /// JSON, comes close to; hosts are told to raise it. Twice as much leaves every answer of a stock site as it is and gives more of them,
    /// and it is what System.Text.Json, and with it most readers, take by default.
    /// </remarks>
    public const int MaxDepth = 64;

    /// <summary>
    /// The most references that one answer expands: content that picks content in a circle would otherwise multiply with each level that
    /// <c>expand</c> names. A page of a thousand items with ten references each remains within it.
    /// </summary>
    public const int MaxExpanded = 10_000;

    /// <summary>The most items and elements inside each other: each is an object below the <c>properties</c> of the one around it.</summary>
    public const int MaxNesting = MaxDepth / 2;
}
