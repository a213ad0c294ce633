using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Media;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Entities;

/// <summary>Makes light entities of nodes, with one query per table however many they are.</summary>
internal sealed class EntityFactory(SiteDbContext context)
{
    private Dictionary<int, ContentPart> _contents = [];
    private Dictionary<int, DocumentRow> _documents = [];
    private Dictionary<int, string?> _mediaPaths = [];
    private ILookup<int, DocumentCultureVariationRow> _cultures = Array.Empty<DocumentCultureVariationRow>().ToLookup(x => x.NodeId);
    private Dictionary<int, string> _languages = [];
    private HashSet<int> _parents = [];

    /// <summary>Makes the entities, in the order of the nodes.</summary>
    public List<IEntitySlim> Create(IReadOnlyList<NodeRow> nodes)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        int[] ids = [.. nodes.Select(x => x.Id)];
        _parents = [.. context.Set<NodeRow>().Where(x => EF.Parameter(ids).Contains(x.ParentId)).Select(x => x.ParentId).Distinct()];
        int[] documents = [.. nodes.Where(x => IsDocument(x.NodeObjectType)).Select(x => x.Id)];
        int[] media = [.. nodes.Where(x => x.NodeObjectType == Constants.ObjectTypes.Media).Select(x => x.Id)];
        if (documents.Length + media.Length > 0)
        {
            _contents = ReadContents([.. documents, .. media]);
        }

        if (documents.Length > 0)
        {
            ReadDocuments(documents);
        }

        if (media.Length > 0)
        {
            _mediaPaths = ReadMediaPaths(media);
        }

        return [.. nodes.Select(Create)];
    }

    private IEntitySlim Create(NodeRow node)
    {
        EntitySlim entity = node switch
        {
            _ when IsDocument(node.NodeObjectType) => CreateDocument(node),
            _ when node.NodeObjectType == Constants.ObjectTypes.Media => new MediaEntitySlim { MediaPath = _mediaPaths.GetValueOrDefault(node.Id) },
            _ => new EntitySlim(),
        };
        entity.Id = node.Id;
        entity.Key = node.UniqueId;
        entity.Name = node.Text;
        entity.ParentId = node.ParentId;
        entity.Level = node.Level;
        entity.Path = node.Path;
        entity.SortOrder = node.SortOrder;
        entity.Trashed = node.Trashed;
        entity.CreatorId = node.NodeUser ?? Constants.Security.UnknownUserId;
        entity.CreateDate = node.CreateDate;
        entity.UpdateDate = node.CreateDate;
        entity.NodeObjectType = node.NodeObjectType;
        entity.HasChildren = _parents.Contains(node.Id);
        if (entity is ContentEntitySlim content && _contents.TryGetValue(node.Id, out ContentPart? part))
        {
            Fill(content, part);
        }

        return entity;
    }

    private static void Fill(ContentEntitySlim entity, ContentPart part)
    {
        entity.UpdateDate = part.VersionDate;
        entity.ContentTypeAlias = part.Type.Alias;
        entity.ContentTypeKey = part.TypeKey;
        entity.ContentTypeIcon = part.Type.Icon;
        entity.ContentTypeThumbnail = part.Type.Thumbnail;
        entity.ListViewKey = part.Type.ListView;
        entity.IsContainer = part.Type.ListView is not null;
    }

    private DocumentEntitySlim CreateDocument(NodeRow node)
    {
        DocumentRow? document = _documents.GetValueOrDefault(node.Id);
        var variations = (ContentVariation)(_contents.GetValueOrDefault(node.Id)?.Type.Variations ?? 0);
        DocumentCultureVariationRow[] cultures = variations.VariesByCulture() ? [.. _cultures[node.Id]] : [];
        return new DocumentEntitySlim
        {
            Published = document?.Published ?? false,
            Edited = document?.Edited ?? false,
            Variations = variations,
            CultureNames = cultures.Where(x => x.Name is not null).ToDictionary(x => _languages[x.LanguageId], x => x.Name!),
            PublishedCultures = [.. cultures.Where(x => x.Published).Select(x => _languages[x.LanguageId])],
            EditedCultures = [.. cultures.Where(x => x.Edited).Select(x => _languages[x.LanguageId])],
        };
    }

    private Dictionary<int, ContentPart> ReadContents(int[] ids) =>
        context.Set<ContentRow>()
            .Where(x => EF.Parameter(ids).Contains(x.NodeId))
            .Join(context.Set<ContentTypeRow>(), x => x.ContentTypeId, x => x.NodeId, (content, type) => new { content.NodeId, Type = type })
            .Join(context.Set<NodeRow>(), x => x.Type.NodeId, x => x.Id, (content, typeNode) => new { content.NodeId, content.Type, typeNode.UniqueId })
            .Join(
                context.Set<ContentVersionRow>().Where(x => x.Current),
                x => x.NodeId,
                x => x.NodeId,
                (content, version) => new { content.NodeId, Part = new ContentPart(content.Type, content.UniqueId, version.VersionDate) })
            .ToDictionary(x => x.NodeId, x => x.Part);

    private void ReadDocuments(int[] ids)
    {
        _documents = context.Set<DocumentRow>().Where(x => EF.Parameter(ids).Contains(x.NodeId)).ToDictionary(x => x.NodeId);
        _languages = context.Set<LanguageRow>().ToDictionary(x => x.Id, x => x.IsoCode);
        _cultures = context.Set<DocumentCultureVariationRow>()
            .Where(x => EF.Parameter(ids).Contains(x.NodeId))
            .ToList()
            .Where(x => _languages.ContainsKey(x.LanguageId))
            .ToLookup(x => x.NodeId);
    }

    private Dictionary<int, string?> ReadMediaPaths(int[] ids) =>
        context.Set<ContentVersionRow>()
            .Where(x => EF.Parameter(ids).Contains(x.NodeId) && x.Current)
            .Join(context.Set<MediaVersionRow>(), x => x.Id, x => x.Id, (version, media) => new { version.NodeId, media.Path })
            .ToDictionary(x => x.NodeId, x => x.Path);

    private static bool IsDocument(Guid objectType) =>
        objectType == Constants.ObjectTypes.Document || objectType == Constants.ObjectTypes.DocumentBlueprint;

    private sealed record ContentPart(ContentTypeRow Type, Guid TypeKey, DateTime VersionDate);
}
