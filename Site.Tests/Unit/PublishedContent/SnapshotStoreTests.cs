using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Snapshots;
using static Site.Tests.Unit.PublishedContent.ContentBuilder;

namespace Site.Tests.Unit.PublishedContent;

public class SnapshotStoreTests
{
    private readonly MemorySource _source = new();
    private readonly AmbientUmbracoContextAccessor _contexts = new();
    private readonly SnapshotStore _store;

    public SnapshotStoreTests() => _store = new SnapshotStore(_source, _contexts, TimeProvider.System);

    [Fact]
    public void A_reader_that_holds_a_snapshot_sees_the_same_contents_whatever_is_published_meanwhile()
    {
        Load(Node("-1,1", name: "Old"));
        ContentSnapshot held = _store.Current;

        Save(Node("-1,1", name: "New"));
        _store.Refresh(ContentKind.Document, Keys(1));

        Assert.Equal("Old", held.Documents.Find(1)!.Data.Published!.Name);
        Assert.Equal("New", _store.Current.Documents.Find(1)!.Data.Published!.Name);
    }

    [Fact]
    public void What_is_gone_from_the_database_is_gone_from_the_snapshot_with_all_that_was_below()
    {
        Load(Node("-1,1"), Node("-1,1,2"), Node("-1,1,2,3"), Node("-1,4"));

        _source.Documents.Clear();
        Save(Node("-1,4"));
        _store.Refresh(ContentKind.Document, Keys(1));

        Assert.Equal(4, Assert.Single(_store.Current.Documents.Nodes).Data.Id);
    }

    [Fact]
    public void A_moved_node_takes_along_what_is_below_it_though_only_the_node_is_named()
    {
        Load(Node("-1,1"), Node("-1,2"), Node("-1,1,3"), Node("-1,1,3,4"));

        Save(Node("-1,2,3"));
        Save(Node("-1,2,3,4"));
        _store.Refresh(ContentKind.Document, Keys(3));

        Assert.Equal("-1,2,3,4", _store.Current.Documents.Find(4)!.Data.Path);
    }

    [Fact]
    public void All_documents_of_a_type_are_read_again_and_those_that_lost_it_go()
    {
        Load(Node("-1,1"), Node("-1,2"));

        _source.Documents.Remove(KeyOf(2));
        Save(Node("-1,1", name: "New"));
        _store.Refresh(ContentKind.Document, new ContentSelection(ContentTypeIds: [TypeId]));

        Assert.Equal("New", Assert.Single(_store.Current.Documents.Nodes).Data.Published!.Name);
    }

    [Fact]
    public void A_batch_becomes_visible_as_one_change_at_its_end()
    {
        Load(Node("-1,1"), Node("-1,1,2"));
        ContentSnapshot before = _store.Current;
        Save(Node("-1,1", name: "New"));
        Save(Node("-1,1,2", name: "New"));

        using (_store.BeginBatch())
        {
            _store.Refresh(ContentKind.Document, Keys(1));
            _store.Refresh(ContentKind.Document, Keys(2));
            Assert.Same(before, _store.Current);
        }

        Assert.All(_store.Current.Documents.Nodes, x => Assert.Equal("New", x.Data.Published!.Name));
        Assert.Equal(1 + 1, _source.DocumentReads);
    }

    [Fact]
    public void A_flushed_batch_is_visible_before_its_end()
    {
        Load(Node("-1,1"));
        Save(Node("-1,1", name: "New"));

        using (_store.BeginBatch())
        {
            _store.Refresh(ContentKind.Document, Keys(1));
            _store.Flush();
            Assert.Equal("New", _store.Current.Documents.Find(1)!.Data.Published!.Name);
        }
    }

    [Fact]
    public void Documents_and_media_do_not_mix()
    {
        Load(Node("-1,1"));
        _source.Media[KeyOf(7)] = Node("-1,7");

        _store.Refresh(ContentKind.Media, Keys(7));

        Assert.NotNull(_store.Current.Media.Find(7));
        Assert.Null(_store.Current.Documents.Find(7));
        Assert.NotNull(_store.Current.Documents.Find(1));
    }

    [Fact]
    public async Task A_request_keeps_its_snapshot_while_others_publish()
    {
        Load(Node("-1,1", name: "Old"));
        SnapshotUmbracoContext request = Request();
        ContentSnapshot first = request.Snapshot;

        Save(Node("-1,1", name: "New"));
        Task other;
        using (ExecutionContext.SuppressFlow())
        {
            other = Task.Run(() => _store.Refresh(ContentKind.Document, Keys(1)));
        }

        await other;

        Assert.Same(first, request.Snapshot);
        Assert.NotSame(first, _store.Current);
    }

    [Fact]
    public void A_request_sees_what_it_has_published_itself()
    {
        Load(Node("-1,1", name: "Old"));
        SnapshotUmbracoContext request = Request();
        Assert.Equal("Old", request.Snapshot.Documents.Find(1)!.Data.Published!.Name);

        Save(Node("-1,1", name: "New"));
        _store.Refresh(ContentKind.Document, Keys(1));

        Assert.Equal("New", request.Snapshot.Documents.Find(1)!.Data.Published!.Name);
    }

    [Fact]
    public void Work_that_outlives_its_request_reads_the_newest_snapshot()
    {
        Load(Node("-1,1", name: "Old"));
        SnapshotUmbracoContext request = Request();
        Assert.NotNull(request.Snapshot);

        request.Dispose();
        _contexts.Clear();
        Save(Node("-1,1", name: "New"));
        _store.Refresh(ContentKind.Document, Keys(1));

        Assert.Same(_store.Current, request.Snapshot);
    }

    [Fact]
    public async Task Readers_never_see_a_child_apart_from_its_parent()
    {
        const int rounds = 300;
        Load(Node("-1,1", name: "0"), Node("-1,1,2", name: "0"));
        using var stop = new CancellationTokenSource();
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(stop.Token)))];

        for (int round = 1; round <= rounds; round++)
        {
            string name = round.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Save(Node("-1,1", name: name));
            Save(Node("-1,1,2", name: name));
            _store.Refresh(ContentKind.Document, Keys(1, 2));
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), torn => Assert.Equal(0, torn));
    }

    [Fact]
    public void Elements_are_cached_per_snapshot()
    {
        Load(Node("-1,1"));
        ContentSnapshot old = _store.Current;
        old.Elements.Get("key", () => "old value");

        _store.Touch();

        Assert.Null(_store.Current.Elements.Get("key"));
        Assert.NotSame(old.Stamp, _store.Current.Stamp);
        Assert.Same(old.Documents, _store.Current.Documents);
    }

    private static ContentSelection Keys(params int[] ids) => new(Keys: [.. ids.Select(KeyOf)]);

    private int ReadUntil(CancellationToken stop)
    {
        int torn = 0;
        while (!stop.IsCancellationRequested)
        {
            ContentTable table = _store.Current.Documents;
            torn += table.Find(1)!.Data.Published!.Name == table.Find(2)!.Data.Published!.Name ? 0 : 1;
        }

        return torn;
    }

    private SnapshotUmbracoContext Request()
    {
        var services = new UmbracoContextServices(() => _store.Current, () => DateTime.UtcNow, null!, null!, null!);
        var context = new SnapshotUmbracoContext(services, new Uri("http://localhost/"), new Uri("http://localhost/"), preview: false);
        _contexts.Set(context);
        return context;
    }

    private void Load(params ContentData[] contents)
    {
        Array.ForEach(contents, Save);
        _store.Load();
        _source.DocumentReads = 1;
    }

    private void Save(ContentData content) => _source.Documents[content.Key] = content;

    /// <summary>What is committed, without a database.</summary>
    private sealed class MemorySource : IContentSnapshotSource
    {
        public Dictionary<Guid, ContentData> Documents { get; } = [];

        public Dictionary<Guid, ContentData> Media { get; } = [];

        public int DocumentReads { get; set; }

        public IReadOnlyList<ContentData> ReadDocuments(ContentSelection selection)
        {
            DocumentReads++;
            return Select(Documents, selection);
        }

        public IReadOnlyList<ContentData> ReadMedia(ContentSelection selection) => Select(Media, selection);

        private static List<ContentData> Select(Dictionary<Guid, ContentData> contents, ContentSelection selection) =>
        [
            .. contents.Values.Where(x =>
                (selection.Keys is null || selection.Keys.Contains(x.Key))
                && (selection.ContentTypeIds is null || selection.ContentTypeIds.Contains(x.ContentTypeId))),
        ];
    }
}
