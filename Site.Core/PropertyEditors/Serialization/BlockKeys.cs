using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Brings the UDIs by which Umbraco 13 and 14 linked blocks to the keys that Umbraco 15 and later use.</summary>
internal static class BlockKeys
{
    /// <summary>Moves the GUID of member <paramref name="udiName"/> into <paramref name="keyName"/> unless that is already set, and drops the former.</summary>
    /// <param name="item">A case-insensitive JSON object; changed in place.</param>
    /// <param name="udiName">The member that may hold an <c>umb://element/…</c> identifier.</param>
    /// <param name="keyName">The member that shall hold the GUID.</param>
    public static void Adopt(JsonObject item, string udiName, string keyName)
    {
        string? text = item[udiName]?.ToString();
        item.Remove(udiName);
        if (Read(item[keyName]) != Guid.Empty)
            return;
        if (UdiParser.TryParse(text, out GuidUdi? udi))
            item[keyName] = udi.Guid.ToString("D");
    }

    /// <summary>The key that a member holds; the empty one, which no block and no type has, when it holds none.</summary>
    public static Guid Read(JsonNode? member) => Guid.TryParse(member?.ToString(), out Guid key) ? key : Guid.Empty;
}
