using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Relations;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.Persistence.Content;

/// <summary>Keeps the automatic relations of documents and media: which item shows or links to which.</summary>
internal sealed class TrackedReferences(
    DataValueReferenceFactoryCollection references,
    PropertyEditorCollection editors,
    IRelationRepository relations)
{
    private readonly ConcurrentDictionary<string, string[]> _typesByEditor = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Brings the automatic relations of which the item is the parent in line with its values.</summary>
    /// <param name="context">The context, in a writing session.</param>
    /// <param name="entity">The saved item.</param>
    /// <param name="isNew">Whether the item was inserted just now, and so has no relations.</param>
    /// <param name="trackPublishedValues">Whether what the published values refer to counts too.</param>
    public void Save(SiteDbContext context, IContentBase entity, bool isNew, bool trackPublishedValues)
    {
        ISet<UmbracoEntityReference> found = references.GetAllReferences(entity.Properties, editors, trackPublishedValues);
        if (!isNew || found.Count > 0)
        {
            Save(context, entity.Id, isNew, found, AutomaticTypes(entity.Properties.Select(x => x.PropertyType.PropertyEditorAlias), found));
        }
    }

    /// <summary>Brings the automatic relations of which an item is the parent in line with its stored values.</summary>
    /// <param name="context">The context, in a writing session.</param>
    /// <param name="id">The item.</param>
    /// <param name="values">What it has stored, with the editors of the properties.</param>
    public void Save(SiteDbContext context, int id, IReadOnlyCollection<(string EditorAlias, object? Value)> values)
    {
        HashSet<UmbracoEntityReference> found =
        [
            .. values.GroupBy(x => x.EditorAlias, x => x.Value).SelectMany(x =>
                editors.TryGet(x.Key, out IDataEditor? editor) ? references.GetReferences(editor, x.AsEnumerable()) : Enumerable.Empty<UmbracoEntityReference>()),
        ];
        Save(context, id, isNew: false, found, AutomaticTypes(values.Select(x => x.EditorAlias), found));
    }

    private void Save(SiteDbContext context, int id, bool isNew, ISet<UmbracoEntityReference> found, string[] automatic)
    {
        HashSet<(int ChildId, int TypeId)> stored = isNew ? [] : [.. context.Set<RelationRow>()
            .Where(x => x.ParentId == id && context.Set<RelationTypeRow>().Any(t => t.Id == x.RelationType && EF.Parameter(automatic).Contains(t.Alias)))
            .Select(x => new { x.ChildId, x.RelationType })
            .AsEnumerable()
            .Select(x => (x.ChildId, x.RelationType))];
        HashSet<(int ChildId, int TypeId)> wanted = Resolve(context, found);
        if (!stored.IsSubsetOf(wanted))
        {
            relations.DeleteByParent(id, automatic);
            stored.Clear();
        }

        wanted.ExceptWith(stored);
        if (wanted.Count > 0)
        {
            relations.SaveBulk(wanted.Select(x => new ReadOnlyRelation(id, x.ChildId, x.TypeId)));
        }
    }

    // Only the editors of the item's own properties are asked: another one may need what this site does not offer.
    private string[] AutomaticTypes(IEnumerable<string> editorAliases, ISet<UmbracoEntityReference> found) =>
    [
        .. Constants.Conventions.RelationTypes.AutomaticRelationTypes
            .Concat(editorAliases.SelectMany(x => _typesByEditor.GetOrAdd(x, TypesOf)))
            .Concat(found.Select(x => x.RelationTypeAlias))
            .Distinct(),
    ];

    private string[] TypesOf(string editorAlias) =>
        editors.TryGet(editorAlias, out IDataEditor? editor) ? [.. references.GetAutomaticRelationTypesAliases(editor)] : [];

    private static HashSet<(int ChildId, int TypeId)> Resolve(SiteDbContext context, ISet<UmbracoEntityReference> found)
    {
        var byKey = found.Where(x => x.Udi is GuidUdi).ToLookup(x => ((GuidUdi)x.Udi).Guid, x => x.RelationTypeAlias);
        if (byKey.Count == 0)
        {
            return [];
        }

        Guid[] keys = [.. byKey.Select(x => x.Key)];
        string[] aliases = [.. found.Select(x => x.RelationTypeAlias).Distinct()];
        Dictionary<string, int> types = context.Set<RelationTypeRow>()
            .Where(x => EF.Parameter(aliases).Contains(x.Alias))
            .ToDictionary(x => x.Alias, x => x.Id);
        HashSet<(int ChildId, int TypeId)> resolved = [];
        foreach (var node in context.Set<NodeRow>().Where(x => EF.Parameter(keys).Contains(x.UniqueId)).Select(x => new { x.Id, x.UniqueId }).ToList())
        {
            foreach (string alias in byKey[node.UniqueId])
            {
                if (types.TryGetValue(alias, out int typeId))
                {
                    resolved.Add((node.Id, typeId));
                }
            }
        }

        return resolved;
    }
}
