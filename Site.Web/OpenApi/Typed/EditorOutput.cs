using System.Text.Json;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.OpenApi.Typed;

/// <summary>What an editor's values are on the wire.</summary>
internal static class EditorOutput
{
    /// <summary>The .NET type that has the schema of the property's values; <see cref="object"/> when anything may come.</summary>
    public static Type TypeOf(IPublishedPropertyType property)
    {
        Type type = property.DeliveryApiModelClrType;

        // A tree begins with its root, which alone has the blocks.
        return type == typeof(IRichTextElement) ? typeof(RichTextRootElement)
            : IsKnown(ItemOf(type)) ? type
            : typeof(object);
    }

    // Without support for the Delivery API a converter gives what views read: HTML, published items, JSON. Their .NET members say nothing of
    // what is written.
    private static bool IsKnown(Type type) =>
        ModelTypes.IsModel(type) || (!type.IsInterface && type.Namespace != typeof(JsonDocument).Namespace && !IsXml(type));

    private static bool IsXml(Type type) => type.Namespace?.StartsWith("System.Xml", StringComparison.Ordinal) == true;

    private static Type ItemOf(Type type) =>
        type != typeof(string) && type.GetInterfaces().Append(type).FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is { } list
            ? list.GetGenericArguments()[0]
            : Nullable.GetUnderlyingType(type) ?? type;
}
