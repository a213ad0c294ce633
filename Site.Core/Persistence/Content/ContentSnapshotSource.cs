using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.PublishedContent;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Persistence.Content;

/// <summary>Reads documents and media for the published content, in a session of its own.</summary>
internal sealed class ContentSnapshotSource(IDatabaseSessionFactory sessions) : IContentSnapshotSource
{
    /// <inheritdoc />
    public Task<IReadOnlyList<ContentData>> ReadDocumentsAsync(ContentSelection selection, CancellationToken cancellationToken) =>
        ReadAsync(Constants.ObjectTypes.Document, selection, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<ContentData>> ReadMediaAsync(ContentSelection selection, CancellationToken cancellationToken) =>
        ReadAsync(Constants.ObjectTypes.Media, selection, cancellationToken);

    private async Task<IReadOnlyList<ContentData>> ReadAsync(Guid objectType, ContentSelection selection, CancellationToken cancellationToken)
    {
        using var session = (DatabaseSession)sessions.Create();
        session.EnsureReading();
        SiteDbContext context = session.Context;
        if (context.Database.IsNpgsql())
        {
            // Every query of a call must see the same state. SQLite's transactions do so anyway.
            await context.Database.ExecuteSqlAsync($"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", cancellationToken);
        }

        return await new Reader(context, objectType, selection).ReadAsync(cancellationToken);
    }

    /// <summary>One version, with what its node and its document say.</summary>
    private sealed record VersionPart(NodeRow Node, int ContentTypeId, ContentVersionRow Version, DocumentRow? Document, DocumentVersionRow? DocumentVersion)
    {
        public bool IsPublished => DocumentVersion is null || DocumentVersion.Published;
    }

    private sealed class Reader(SiteDbContext context, Guid objectType, ContentSelection selection)
    {
        private Dictionary<int, string> _languages = [];
        private Dictionary<int, string> _aliases = [];
        private ILookup<int, PropertyDataRow> _properties = Array.Empty<PropertyDataRow>().ToLookup(x => x.VersionId);
        private ILookup<int, ContentVersionCultureVariationRow> _cultures = Array.Empty<ContentVersionCultureVariationRow>().ToLookup(x => x.VersionId);
        private HashSet<(int NodeId, int LanguageId)> _edited = [];

        public async Task<IReadOnlyList<ContentData>> ReadAsync(CancellationToken cancellationToken)
        {
            IQueryable<int> versionIds = objectType == Constants.ObjectTypes.Document
                ? Documents().Select(x => x.Version.Id)
                : Media().Select(x => x.Version.Id);
            List<VersionPart> versions = objectType == Constants.ObjectTypes.Document
                ? await Documents().Select(x => new VersionPart(x.Node, x.Content.ContentTypeId, x.Version, x.Document, x.DocumentVersion)).ToListAsync(cancellationToken)
                : await Media().Select(x => new VersionPart(x.Node, x.Content.ContentTypeId, x.Version, null, null)).ToListAsync(cancellationToken);
            _languages = await context.Set<LanguageRow>().ToDictionaryAsync(x => x.Id, x => x.IsoCode, cancellationToken);
            _aliases = await context.Set<PropertyTypeRow>().ToDictionaryAsync(x => x.Id, x => x.Alias, cancellationToken);
            List<PropertyDataRow> properties = await context.Set<PropertyDataRow>().Where(x => versionIds.Contains(x.VersionId)).ToListAsync(cancellationToken);
            _properties = properties.ToLookup(x => x.VersionId);
            if (objectType == Constants.ObjectTypes.Document)
            {
                await ReadCulturesAsync(versionIds, cancellationToken);
            }

            return [.. versions.GroupBy(x => x.Node.Id).Select(ToContent)];
        }

        private async Task ReadCulturesAsync(IQueryable<int> versionIds, CancellationToken cancellationToken)
        {
            List<ContentVersionCultureVariationRow> cultures = await context.Set<ContentVersionCultureVariationRow>()
                .Where(x => versionIds.Contains(x.VersionId))
                .ToListAsync(cancellationToken);
            _cultures = cultures.ToLookup(x => x.VersionId);
            IQueryable<int> nodeIds = Nodes().Select(x => x.Id);
            var edited = await context.Set<DocumentCultureVariationRow>()
                .Where(x => x.Edited && nodeIds.Contains(x.NodeId))
                .Select(x => new { x.NodeId, x.LanguageId })
                .ToListAsync(cancellationToken);
            _edited = [.. edited.Select(x => (x.NodeId, x.LanguageId))];
        }

        private ContentData ToContent(IGrouping<int, VersionPart> versions)
        {
            VersionPart first = versions.First();
            NodeRow node = first.Node;
            return new ContentData(
                node.Id,
                node.UniqueId,
                first.ContentTypeId,
                node.ParentId,
                node.Level,
                node.Path,
                node.SortOrder,
                node.Trashed,
                node.NodeUser ?? Constants.Security.UnknownUserId,
                node.CreateDate,
                versions.FirstOrDefault(x => x.IsPublished) is { } published ? ToVersion(published) : null,
                versions.FirstOrDefault(x => !x.IsPublished) is { } draft ? ToVersion(draft) : null);
        }

        private VersionData ToVersion(VersionPart part)
        {
            Dictionary<string, CultureData> cultures = new(StringComparer.OrdinalIgnoreCase);
            foreach (ContentVersionCultureVariationRow culture in _cultures[part.Version.Id].Where(x => _languages.ContainsKey(x.LanguageId)))
            {
                cultures[_languages[culture.LanguageId]] = new CultureData(culture.Name, culture.Date, _edited.Contains((part.Node.Id, culture.LanguageId)));
            }

            return new VersionData(
                part.Version.Text ?? string.Empty,
                part.Version.UserId ?? Constants.Security.UnknownUserId,
                part.Version.VersionDate,
                part.DocumentVersion?.TemplateId,
                cultures,
                ToProperties(part.Version.Id));
        }

        private Dictionary<string, IReadOnlyList<PropertyData>> ToProperties(int versionId)
        {
            Dictionary<string, IReadOnlyList<PropertyData>> properties = new(StringComparer.OrdinalIgnoreCase);
            foreach (IGrouping<int, PropertyDataRow> rows in _properties[versionId].GroupBy(x => x.PropertyTypeId))
            {
                List<PropertyData> values = [];
                foreach (PropertyDataRow row in rows)
                {
                    string? culture = row.LanguageId is { } id ? _languages.GetValueOrDefault(id) : null;
                    if ((culture is null) == (row.LanguageId is null) && row.Value() is { } value)
                    {
                        values.Add(new PropertyData(culture, row.Segment, value));
                    }
                }

                if (values.Count > 0)
                {
                    properties[_aliases[rows.Key]] = values;
                }
            }

            return properties;
        }

        private IQueryable<NodeRow> Nodes()
        {
            IQueryable<NodeRow> nodes = context.Set<NodeRow>().Where(x => x.NodeObjectType == objectType);
            if (selection.Keys is not null)
            {
                Guid[] keys = [.. selection.Keys];
                nodes = nodes.Where(x => EF.Parameter(keys).Contains(x.UniqueId));
            }

            if (selection.ContentTypeIds is not null)
            {
                int[] types = [.. selection.ContentTypeIds];
                nodes = nodes.Where(x => context.Set<ContentRow>().Any(c => c.NodeId == x.Id && EF.Parameter(types).Contains(c.ContentTypeId)));
            }

            return nodes;
        }

        private IQueryable<ContentProjection> Media() =>
            from node in Nodes()
            join content in context.Set<ContentRow>() on node.Id equals content.NodeId
            join version in context.Set<ContentVersionRow>() on node.Id equals version.NodeId
            where version.Current
            select new ContentProjection { Node = node, Content = content, Version = version };

        // A draft is read only where it differs from what is published.
        private IQueryable<ContentProjection> Documents() =>
            from node in Nodes()
            join content in context.Set<ContentRow>() on node.Id equals content.NodeId
            join version in context.Set<ContentVersionRow>() on node.Id equals version.NodeId
            join document in context.Set<DocumentRow>() on node.Id equals document.NodeId
            join documentVersion in context.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id
            where (documentVersion.Published && document.Published) || (version.Current && (document.Edited || !document.Published))
            select new ContentProjection
            {
                Node = node,
                Content = content,
                Version = version,
                Document = document,
                DocumentVersion = documentVersion,
            };
    }
}
