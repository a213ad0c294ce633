using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Integrity;

/// <summary>What a person calls the object types of nodes.</summary>
internal static class ObjectTypeNames
{
    private static readonly Dictionary<Guid, string> _names = Enum.GetValues<UmbracoObjectTypes>()
        .Where(x => x != UmbracoObjectTypes.Unknown)
        .Select(x => (Key: x.GetGuid(), Name: x.ToString()))
        .DistinctBy(x => x.Key)
        .ToDictionary(x => x.Key, x => x.Name);

    /// <summary>The name, or the key of a type that Core does not know.</summary>
    public static string Of(Guid objectType) => _names.GetValueOrDefault(objectType) ?? objectType.ToString();
}
