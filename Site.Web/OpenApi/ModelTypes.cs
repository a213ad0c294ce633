using Microsoft.AspNetCore.Mvc;
using Site.Core.PropertyEditors.Pickers;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Web.OpenApi;

/// <summary>What the interfaces of the Delivery API's models are on the wire.</summary>
internal static class ModelTypes
{
    private static readonly Dictionary<Type, Type[]> _implementations = new()
    {
        [typeof(IApiContent)] = [typeof(ApiContent)],
        [typeof(IApiContentResponse)] = [typeof(ApiContentResponse)],
        [typeof(IApiContentRoute)] = [typeof(ApiContentRoute)],
        [typeof(IApiContentStartItem)] = [typeof(ApiContentStartItem)],
        [typeof(IApiElement)] = [typeof(ApiElement)],
        [typeof(IApiMedia)] = [typeof(ApiMedia)],
        [typeof(IApiMediaWithCrops)] = [typeof(ApiMediaWithCrops)],
        [typeof(IApiMediaWithCropsResponse)] = [typeof(ApiMediaWithCropsResponse)],
        [typeof(IRichTextElement)] = [typeof(RichTextGenericElement), typeof(RichTextTextElement)],
    };

    /// <summary>
    /// The classes that are written for a type. One that is written as itself is named too, because Umbraco's documents have a <c>oneOf</c>
    /// around every model.
    /// </summary>
    public static IEnumerable<Type> SubTypesOf(Type type) =>
        _implementations.TryGetValue(type, out Type[]? classes) ? classes
        : IsModel(type) ? [type]
        : [];

    /// <summary>Whether the type is a model of the Delivery API, of Core's or of ours.</summary>
    public static bool IsModel(Type type) => type.Namespace == typeof(IApiContent).Namespace || type == typeof(ProblemDetails) || IsOurs(type);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Site.", StringComparison.Ordinal) == true;
}
