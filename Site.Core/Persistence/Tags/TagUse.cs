using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Tags;

/// <summary>A tag on a property of a node.</summary>
internal sealed class TagUse
{
    public int TagId { get; set; }

    public string Group { get; set; } = string.Empty;

    public string Text { get; set; } = string.Empty;

    public int? LanguageId { get; set; }

    /// <summary>The culture of the tag; <c>null</c> when it does not vary.</summary>
    public string? Culture { get; set; }

    public int NodeId { get; set; }

    public Guid NodeKey { get; set; }

    public Guid ObjectType { get; set; }

    /// <summary>Whether the node is in the recycle bin.</summary>
    public bool Trashed { get; set; }

    public int PropertyTypeId { get; set; }

    public string PropertyTypeAlias { get; set; } = string.Empty;
}

/// <summary>Queries on <see cref="TagUse"/>.</summary>
internal static class TagUseQuery
{
    private const string AnyCulture = "*";

    /// <summary>Every use of every tag.</summary>
    public static IQueryable<TagUse> TagUses(this SiteDbContext context) =>
        from use in context.Set<TagRelationshipRow>()
        join tag in context.Set<TagRow>() on use.TagId equals tag.Id
        join node in context.Set<NodeRow>() on use.NodeId equals node.Id
        join property in context.Set<PropertyTypeRow>() on use.PropertyTypeId equals property.Id
        join language in context.Set<LanguageRow>() on tag.LanguageId equals language.Id into languages
        from language in languages.DefaultIfEmpty()
        select new TagUse
        {
            TagId = tag.Id,
            Group = tag.Group,
            Text = tag.Text,
            LanguageId = tag.LanguageId,
            Culture = (string?)language.IsoCode,
            NodeId = node.Id,
            NodeKey = node.UniqueId,
            ObjectType = node.NodeObjectType,
            Trashed = node.Trashed,
            PropertyTypeId = property.Id,
            PropertyTypeAlias = property.Alias,
        };

    /// <summary>The uses on nodes of a kind outside the recycle bin.</summary>
    public static IQueryable<TagUse> OnNodesOf(this IQueryable<TagUse> uses, TaggableObjectTypes objectType)
    {
        Guid[] objectTypes = objectType switch
        {
            TaggableObjectTypes.Content => [Constants.ObjectTypes.Document],
            TaggableObjectTypes.Media => [Constants.ObjectTypes.Media],
            TaggableObjectTypes.Member => [Constants.ObjectTypes.Member],
            _ => [Constants.ObjectTypes.Document, Constants.ObjectTypes.Media, Constants.ObjectTypes.Member],
        };
        return uses.Where(x => objectTypes.Contains(x.ObjectType) && !x.Trashed);
    }

    /// <summary>The uses of the group's tags; without a group all.</summary>
    public static IQueryable<TagUse> InGroup(this IQueryable<TagUse> uses, string? group) =>
        string.IsNullOrWhiteSpace(group) ? uses : uses.WhereTextIs(x => x.Group, group);

    /// <summary>The uses in a culture: <c>null</c> means tags that do not vary, <c>*</c> all.</summary>
    public static IQueryable<TagUse> In(this IQueryable<TagUse> uses, string? culture) =>
        string.IsNullOrWhiteSpace(culture) ? uses.Where(x => x.LanguageId == null)
        : culture == AnyCulture ? uses
        : uses.WhereTextIs(x => x.Culture, culture);
}
