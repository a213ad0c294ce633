using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Reads the value of a block editor from what was stored or posted, in the shapes of Umbraco 13 to 17.</summary>
internal static class BlockValueReader
{
    /// <summary>Reads <paramref name="source"/> (JSON text, node or an already read value).</summary>
    /// <returns><c>false</c> when there is no value or it is not that of a block editor.</returns>
    public static bool TryRead<TValue, TLayout>(IJsonSerializer jsonSerializer, object? source, [NotNullWhen(true)] out TValue? value)
        where TValue : BlockValue<TLayout>
        where TLayout : IBlockLayoutItem, new()
    {
        value = null;
        return source.Unwrap() is { } posted && jsonSerializer.TryDeserialize(posted, out value);
    }

    /// <summary>Whether an editor was left empty, as opposed to holding something that cannot be read.</summary>
    public static bool IsBlank(object? source) => source.Unwrap() is null or string { Length: 0 };

    /// <summary>Says why <paramref name="source"/> cannot be read.</summary>
    public static string Problem(object? source)
    {
        object? posted = source.Unwrap();
        return BlockDepth.IsExceeded(posted is string text ? JsonNodes.TryParse(text) : posted as JsonNode)
            ? $"Blocks may be nested {BlockDepth.Maximum} levels deep at most; move the innermost ones further out."
            : "The blocks cannot be read: they are no JSON, or not of the form that this editor stores.";
    }
}
