using System.Linq.Expressions;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Content;

/// <summary>Orders documents and media as Core's <see cref="Ordering"/> asks, by fields of the system and by properties.</summary>
/// <param name="context">The context of the query.</param>
/// <param name="languages">The languages, for the names in one of them.</param>
/// <param name="propertyTypes">Finds a property type by its alias, to know how its values are stored.</param>
internal sealed class ContentOrdering(SiteDbContext context, LanguageCodes languages, Func<string, IPropertyType?> propertyTypes)
{
    /// <summary>Orders the query; items that compare equal are ordered by id, so that pages never overlap.</summary>
    /// <exception cref="NotSupportedException">There is no such field.</exception>
    public IQueryable<ContentProjection> Apply(IQueryable<ContentProjection> query, Ordering? ordering)
    {
        var builder = new Builder(query);
        for (Ordering? part = ordering; part is { IsEmpty: false }; part = part.Next)
        {
            Add(builder, part);
        }

        if (builder.Ordered is null)
        {
            builder.Add(x => x.Node.Level, Direction.Ascending);
            builder.Add(x => x.Node.ParentId, Direction.Ascending);
            builder.Add(x => x.Node.SortOrder, Direction.Ascending);
        }

        builder.Add(x => x.Version.Id, Direction.Ascending);
        return builder.Ordered!;
    }

    private void Add(Builder builder, Ordering ordering)
    {
        if (ordering.IsCustomField)
        {
            AddProperty(builder, ordering);
        }
        else
        {
            AddField(builder, ordering);
        }
    }

    private void AddField(Builder builder, Ordering ordering)
    {
        Direction direction = ordering.Direction;
        switch (ordering.OrderBy!.ToUpperInvariant())
        {
            case "NAME" or "TEXT" or "NODENAME":
                AddName(builder, ordering);
                break;
            case "SORTORDER":
                builder.Add(x => x.Node.SortOrder, direction);
                break;
            case "UPDATEDATE" or "VERSIONDATE":
                builder.Add(x => x.Version.VersionDate, direction);
                break;
            case "CREATEDATE":
                builder.Add(x => x.Node.CreateDate, direction);
                break;
            case "OWNER" or "CREATOR" or "CREATORID":
                builder.Add(x => context.Set<UserRow>().Where(u => u.Id == x.Node.NodeUser).Select(u => u.Name.ToLower()).FirstOrDefault(), direction);
                break;
            case "UPDATER" or "WRITER" or "WRITERID":
                builder.Add(x => context.Set<UserRow>().Where(u => u.Id == x.Version.UserId).Select(u => u.Name.ToLower()).FirstOrDefault(), direction);
                break;
            case "CONTENTTYPEALIAS":
                builder.Add(x => context.Set<ContentTypeRow>().Where(t => t.NodeId == x.Content.ContentTypeId).Select(t => t.Alias).FirstOrDefault(), direction);
                break;
            case "PUBLISHED":
                builder.Add(x => x.Document!.Published, direction);
                break;
            default:
                AddNodeField(builder, ordering);
                break;
        }
    }

    private static void AddNodeField(Builder builder, Ordering ordering)
    {
        Direction direction = ordering.Direction;
        switch (ordering.OrderBy!.ToUpperInvariant())
        {
            case "ID" or "NODEID":
                builder.Add(x => x.Node.Id, direction);
                break;
            case "KEY" or "UNIQUEID":
                builder.Add(x => x.Node.UniqueId, direction);
                break;
            case "LEVEL":
                builder.Add(x => x.Node.Level, direction);
                break;
            case "PARENTID":
                builder.Add(x => x.Node.ParentId, direction);
                break;
            case "PATH":
                builder.Add(x => x.Node.Path, direction);
                break;
            case "TRASHED":
                builder.Add(x => x.Node.Trashed, direction);
                break;
            default:
                throw new NotSupportedException(
                    $"Items cannot be ordered by \"{ordering.OrderBy}\". Name a field of the system, or a property with isCustomField.");
        }
    }

    private void AddName(Builder builder, Ordering ordering)
    {
        if (ordering.IsInvariant || languages.IdOf(ordering.Culture) is not { } languageId)
        {
            builder.Add(x => x.Version.Text!.ToLower(), ordering.Direction);
            return;
        }

        builder.Add(
            x => (context.Set<ContentVersionCultureVariationRow>()
                .Where(v => v.VersionId == x.Version.Id && v.LanguageId == languageId)
                .Select(v => v.Name)
                .FirstOrDefault() ?? x.Version.Text!).ToLower(),
            ordering.Direction);
    }

    private void AddProperty(Builder builder, Ordering ordering)
    {
        string alias = ordering.OrderBy!;
        int? languageId = languages.IdOf(ordering.Culture);
        IQueryable<PropertyDataRow> values = context.Set<PropertyDataRow>().Where(d =>
            (d.LanguageId == null || d.LanguageId == languageId) && d.Segment == null
            && context.Set<PropertyTypeRow>().Any(t => t.Id == d.PropertyTypeId && t.Alias == alias));
        switch (propertyTypes(alias)?.ValueStorageType)
        {
            case ValueStorageType.Integer:
                builder.Add(x => values.Where(d => d.VersionId == x.Version.Id).Select(d => d.IntValue).FirstOrDefault(), ordering.Direction);
                break;
            case ValueStorageType.Decimal:
                // SQLite keeps decimals as text, which does not sort.
                builder.Add(x => values.Where(d => d.VersionId == x.Version.Id).Select(d => (double?)d.DecimalValue).FirstOrDefault(), ordering.Direction);
                break;
            case ValueStorageType.Date:
                builder.Add(x => values.Where(d => d.VersionId == x.Version.Id).Select(d => d.DateValue).FirstOrDefault(), ordering.Direction);
                break;
            default:
                builder.Add(
                    x => values.Where(d => d.VersionId == x.Version.Id).Select(d => (d.SortableValue ?? d.VarcharValue ?? d.TextValue)!.ToLower()).FirstOrDefault(),
                    ordering.Direction);
                break;
        }
    }

    private sealed class Builder(IQueryable<ContentProjection> query)
    {
        public IOrderedQueryable<ContentProjection>? Ordered { get; private set; }

        public void Add<TKey>(Expression<Func<ContentProjection, TKey>> key, Direction direction) =>
            Ordered = (Ordered, direction) switch
            {
                (null, Direction.Ascending) => query.OrderBy(key),
                (null, _) => query.OrderByDescending(key),
                (_, Direction.Ascending) => Ordered.ThenBy(key),
                _ => Ordered.ThenByDescending(key),
            };
    }
}
