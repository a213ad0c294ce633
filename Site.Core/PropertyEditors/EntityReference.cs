using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Editors;

namespace Site.Core.PropertyEditors;

/// <summary>Makes the references that Umbraco tracks as relations.</summary>
internal static class EntityReference
{
    /// <summary>A reference of the relation type that belongs to the kind of entity; <c>null</c> for kinds that are not tracked.</summary>
    public static UmbracoEntityReference? To(Udi udi)
        => udi.EntityType switch
        {
            Constants.UdiEntityType.Document => new UmbracoEntityReference(udi, Constants.Conventions.RelationTypes.RelatedDocumentAlias),
            Constants.UdiEntityType.Media => new UmbracoEntityReference(udi, Constants.Conventions.RelationTypes.RelatedMediaAlias),
            Constants.UdiEntityType.Member => new UmbracoEntityReference(udi, Constants.Conventions.RelationTypes.RelatedMemberAlias),
            _ => null,
        };
}
