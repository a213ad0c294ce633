using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.PublishedContent;
using Site.Core.Persistence;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.PublishedContent.Snapshots;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>
/// Holds what is kept in memory of documents against the database: the snapshot, the repository's cache, Core's trees and its publish
/// status; and the database against the rules of its tree.
/// </summary>
internal sealed class SiteCoherence(SiteFixture site, DocumentModel model)
{
    private static readonly string[] _aliases = [DocumentModel.Title, DocumentModel.Number, DocumentModel.Body];

    private IDocumentNavigationQueryService Navigation => site.Get<IDocumentNavigationQueryService>();

    /// <summary>Fails with the first difference that it finds.</summary>
    public void Check()
    {
        IContent[] stored = [.. site.InScope(() => site.Get<IDocumentRepository>().GetMany(Array.Empty<int>()))];
        Equal("database", stored.Select(Describe), "cache", model.Contents.GetByIds(stored.Select(x => x.Id)).Select(Describe));
        CheckSnapshot(stored);
        CheckTree(stored);
        CheckVersions(stored);
        CheckNames(stored);
        CheckNavigation(stored);
        CheckStatus(stored);
    }

    private void CheckSnapshot(IContent[] stored)
    {
        ContentTable kept = site.Get<SnapshotStore>().Current.Documents;
        var fresh = ContentTable.From(site.Get<IContentSnapshotSource>().ReadDocuments(ContentSelection.All), DateTime.UnixEpoch);
        Equal("fresh snapshot", Nodes(fresh), "kept snapshot", Nodes(kept));
        Equal("database", stored.OrderBy(x => x.Id).Select(DescribeSeen), "snapshot", kept.Nodes.OrderBy(x => x.Data.Id).Select(x => DescribeSeen(x.Data)));
        IPublishedContentCache contents = site.Get<IPublishedContentCache>();
        var byId = stored.ToDictionary(x => x.Id);
        Equal(
            "published with its ancestors",
            stored.Where(x => IsVisible(x, byId)).Select(x => x.Path),
            "seen by visitors",
            stored.Where(x => contents.GetById(false, x.Key) is not null).Select(x => x.Path));

        static IEnumerable<string> Nodes(ContentTable table) => table.Nodes.OrderBy(x => x.Data.Id).Select(x => Describe(x.Data));
    }

    private static bool IsVisible(IContent content, Dictionary<int, IContent> byId) =>
        content is { Published: true, Trashed: false } && (content.ParentId == Constants.System.Root || IsVisible(byId[content.ParentId], byId));

    private static void CheckTree(IContent[] stored)
    {
        var byId = stored.ToDictionary(x => x.Id);
        foreach (IContent content in stored)
        {
            (string path, int level) = content.ParentId switch
            {
                Constants.System.Root => ("-1", 0),
                Constants.System.RecycleBinContent => ("-1,-20", 0),
                _ => (byId[content.ParentId].Path, byId[content.ParentId].Level),
            };
            Assert.Equal(($"{path},{content.Id}", level + 1), (content.Path, content.Level));
            Assert.Equal(path.StartsWith("-1,-20", StringComparison.Ordinal), content.Trashed);
        }

        Assert.All(stored.GroupBy(x => (x.ParentId, x.SortOrder)), x => Assert.True(x.Count() == 1, $"{x.Count()} children of {x.Key.ParentId} have the place {x.Key.SortOrder}"));
    }

    private void CheckVersions(IContent[] stored)
    {
        var versions = site.InScope(() =>
        {
            SiteDbContext context = site.Get<AmbientDbContext>().Read;
            return context.Set<ContentVersionRow>()
                .Join(context.Set<DocumentVersionRow>(), x => x.Id, x => x.Id, (version, document) => new { version.Id, version.NodeId, version.Current, document.Published })
                .ToList();
        }).ToLookup(x => x.NodeId);
        foreach (IContent content in stored)
        {
            Assert.Equal(content.VersionId, Assert.Single(versions[content.Id], x => x.Current).Id);
            Assert.Equal(
                content.Published ? [content.PublishedVersionId] : [],
                versions[content.Id].Where(x => x.Published).Select(x => x.Id));
        }
    }

    private static void CheckNames(IContent[] stored)
    {
        var taken = stored
            .SelectMany(x => x.ContentType.VariesByCulture()
                ? x.CultureInfos!.Values.Select(info => (x.ParentId, info.Culture, Name: info.Name!.ToUpperInvariant()))
                : [(x.ParentId, string.Empty, x.Name!.ToUpperInvariant())])
            .GroupBy(x => x);
        Assert.All(taken, x => Assert.True(x.Count() == 1, $"{x.Count()} children of {x.Key.ParentId} are named \"{x.Key.Name}\" in \"{x.Key.Culture}\""));
        Assert.All(stored.Where(x => x.ContentType.VariesByCulture() && x.Name is null), x => Assert.Fail($"{x.Id} has no name"));
    }

    private void CheckNavigation(IContent[] stored)
    {
        ILookup<int, IContent> children = stored.OrderBy(x => x.SortOrder).ToLookup(x => x.ParentId);
        Assert.True(Navigation.TryGetRootKeys(out IEnumerable<Guid> roots));
        Equal("roots in the database", children[Constants.System.Root].Select(x => $"{x.Key}"), "roots in memory", roots.Select(x => $"{x}"));
        foreach (IContent content in stored)
        {
            bool found = content.Trashed
                ? Navigation.TryGetChildrenKeysInBin(content.Key, out IEnumerable<Guid> keys)
                : Navigation.TryGetChildrenKeys(content.Key, out keys);
            Assert.True(found, $"{content.Path} is not in the tree in memory");
            Equal($"children of {content.Path}", children[content.Id].Select(x => $"{x.Key}"), "in memory", keys.Select(x => $"{x}"));
        }
    }

    private void CheckStatus(IContent[] stored)
    {
        IPublishStatusQueryService statuses = site.Get<IPublishStatusQueryService>();
        foreach (IContent content in stored)
        {
            foreach (string culture in (string[])[model.DefaultCulture, model.OtherCulture])
            {
                bool published = content.Published && (!content.ContentType.VariesByCulture() || content.PublishedCultures.InvariantContains(culture));
                Assert.True(published == statuses.IsDocumentPublished(content.Key, culture), $"{content.Path} is {(published ? string.Empty : "not ")}published in {culture}");
            }
        }
    }

    /// <summary>What both the entity and the snapshot say of a document.</summary>
    private static string DescribeSeen(IContent content)
    {
        bool varies = content.ContentType.VariesByCulture();
        string draft = Version(
            varies ? content.CultureInfos!.Values.Select(x => (x.Culture, x.Name)) : [("", content.Name)],
            (alias, culture) => content.GetValue(alias, culture));
        string published = !content.Published ? "-" : Version(
            varies ? content.PublishCultureInfos!.Values.Select(x => (x.Culture, x.Name)) : [("", content.PublishName)],
            (alias, culture) => content.GetValue(alias, culture, published: true));
        return $"{Place(content.Id, content.Path, content.Level, content.SortOrder, content.Trashed)} | {draft} | {published}";

        string Version(IEnumerable<(string Culture, string? Name)> names, Func<string, string?, object?> value) => string.Join(' ', names
            .OrderBy(x => x.Culture)
            .Select(x => $"{x.Culture}={x.Name}")
            .Concat(content.Properties
                .Where(x => _aliases.Contains(x.Alias))
                .OrderBy(x => x.Alias)
                .SelectMany(x => x.Values.Select(v => v.Culture).Order().Select(culture => (x.Alias, Culture: culture, Value: value(x.Alias, culture))))
                .Where(x => x.Value is not null)
                .Select(x => $"{x.Alias}/{x.Culture}={x.Value}")));
    }

    private static string DescribeSeen(ContentData data)
    {
        return $"{Place(data.Id, data.Path, data.Level, data.SortOrder, data.Trashed)} | {Version(data.Draft ?? data.Published!)} | {(data.Published is null ? "-" : Version(data.Published))}";

        static string Version(VersionData version) => string.Join(' ', (version.Cultures.Count > 0
                ? version.Cultures.OrderBy(x => x.Key).Select(x => $"{x.Key}={x.Value.Name}")
                : [$"={version.Name}"])
            .Concat(version.Properties
                .Where(x => _aliases.Contains(x.Key))
                .OrderBy(x => x.Key)
                .SelectMany(x => x.Value.OrderBy(v => v.Culture).Select(v => $"{x.Key}/{v.Culture}={v.Value}"))));
    }

    private static string Place(int id, string path, int level, int sortOrder, bool trashed) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} {path} {level} {sortOrder} {trashed}");

    /// <summary>All of an entity that is stored.</summary>
    private static string Describe(IContent content) =>
        $"{DescribeSeen(content)} | {content.VersionId} {content.PublishedVersionId} {content.Edited} {string.Join(',', (content.EditedCultures ?? []).Order())} {content.UpdateDate:O} {content.PublishDate:O}";

    /// <summary>All of a node of the snapshot.</summary>
    private static string Describe(ContentData data) => $"{data} | {Describe(data.Published)} | {Describe(data.Draft)}";

    private static string Describe(VersionData? version) => version is null ? "-"
        : $"{version} {string.Join(' ', version.Cultures.OrderBy(x => x.Key))} {string.Join(' ', version.Properties.OrderBy(x => x.Key).SelectMany(x => x.Value.OrderBy(v => v.Culture).Select(v => (x.Key, v))))}";

    private static void Equal(string expectedName, IEnumerable<string> expected, string actualName, IEnumerable<string> actual)
    {
        string[] left = [.. expected];
        string[] right = [.. actual];
        if (!left.SequenceEqual(right))
        {
            Assert.Fail($"{expectedName}:\n{string.Join('\n', left.Except(right))}\n{actualName}:\n{string.Join('\n', right.Except(left))}");
        }
    }
}
