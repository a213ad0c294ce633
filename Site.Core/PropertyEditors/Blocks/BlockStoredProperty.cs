using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Presents a value inside a block as the property that editors and index factories expect.</summary>
internal static class BlockStoredProperty
{
    /// <summary>An invariant property with the stored value; <c>null</c> when the value does not suit the storage type of its data type.</summary>
    /// <remarks>The value stands alone here whatever its property varies by, hence the invariant copy of the property type.</remarks>
    public static Property? Create(BlockPropertyValue nested)
    {
        var propertyType = (IPropertyType)nested.PropertyType!.DeepClone();
        propertyType.Variations = ContentVariation.Nothing;
        var property = new Property(propertyType);
        try
        {
            property.SetValue(nested.Value.ToSource());
            return property;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
