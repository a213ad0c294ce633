using System.Diagnostics;
using Site.Core.Delivery.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Web;
using Umbraco.Extensions;

namespace Site.Tests.Benchmarks;

/// <summary>How fast a large site is edited, and what editing costs those who read.</summary>
internal sealed class EditingBenchmark(HostedSite site, GeneratedContent content, Func<FormattableString, Task> write)
{
    private const int Publications = 100;
    private const int WarmUp = 30;
    private const int Reads = 500;
    private const string Culture = "fr";

    private static readonly TimeSpan _reading = TimeSpan.FromSeconds(20);

    private readonly IContentService _documents = site.Get<IContentService>();
    private readonly Random _random = new(2);

    public async Task RunAsync()
    {
        await MeasurePublicationAsync();
        await MeasureTreeAsync();
        await MeasureOpeningAsync();
        await MeasureReadersAsync();
    }

    private Guid AnyArticle() => content.Articles[_random.Next(content.Articles.Count)];

    private async Task MeasurePublicationAsync()
    {
        for (int i = 0; i < WarmUp; i++)
        {
            await PublishAsync(new PublicationLatencies(), $"avant {i}");
        }

        var latencies = new PublicationLatencies();
        for (int i = 0; i < Publications; i++)
        {
            await PublishAsync(latencies, $"marque {i}");
        }

        await write($"save a draft: {latencies.Save}");
        await write($"publish: {latencies.Publish}");
        await write($"published -> in the snapshot and the query index: {latencies.Memory}");
        await write($"published -> in the page: {latencies.Page}");
        await write($"published -> in the Delivery API's item: {latencies.Item}");
        await write($"published -> first in the Delivery API's query: {latencies.Query}");
        await write($"publish and all of these, one after the other: {latencies.Visible}");
    }

    private async Task PublishAsync(PublicationLatencies latencies, string mark)
    {
        Guid key = AnyArticle();
        string path = await ContentApi.PathOfAsync(site.Client, key);
        IContent document = _documents.GetById(key)!;
        document.SetValue("summary", mark, Culture);
        latencies.Save.Measure(() => Ensure(_documents.Save(document).Success, "saved"));
        await latencies.Visible.MeasureAsync(async () =>
        {
            latencies.Publish.Measure(() => Ensure(_documents.Publish(document, [Culture]).Success, "published"));
            latencies.Memory.Measure(() => Ensure(IsInMemory(key, mark), "in the snapshot and in the query index"));
            await latencies.Page.MeasureAsync(() => EnsureShownAsync(path, mark));
            await latencies.Item.MeasureAsync(() => EnsureShownAsync(ContentApi.Root + "/item" + path, mark));
            return await latencies.Query.MeasureAsync(() => EnsureShownAsync(ContentApi.Root + "?sort=updateDate:desc&take=1", mark));
        });
    }

    private bool IsInMemory(Guid key, string mark)
    {
        using UmbracoContextReference context = site.Get<IUmbracoContextFactory>().EnsureUmbracoContext();
        IPublishedContent? published = context.UmbracoContext.Content!.GetById(key);
        return published?.GetProperty("summary")?.GetSourceValue(Culture) as string == mark && site.Get<ContentIndexes>().Published.Rows.Any(x => x.Key == key);
    }

    private async Task<bool> EnsureShownAsync(string address, string mark) =>
        Ensure((await site.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Contains(mark, StringComparison.Ordinal), "shown at " + address);

    private async Task MeasureTreeAsync()
    {
        var latencies = new Latencies();
        for (int i = 0; i < Reads; i++)
        {
            latencies.Measure(ReadTree);
        }

        await write($"100 children of an archive of {Math.Min(GeneratedContent.ArchiveSize, content.Articles.Count)}: {latencies}");
    }

    private int ReadTree()
    {
        Guid archive = content.Archives[_random.Next(content.Archives.Count)];
        IEntitySlim[] children = [.. site.Get<IEntityService>().GetPagedChildren(archive, UmbracoObjectTypes.Document, 0, 100, out long _)];
        return Ensure(children.Length > 0, "children") ? children.Length : 0;
    }

    private async Task MeasureOpeningAsync()
    {
        var latencies = new Latencies();
        for (int i = 0; i < Reads; i++)
        {
            latencies.Measure(Open);
        }

        await write($"open for editing: {latencies}");
    }

    private int Open()
    {
        IContent document = _documents.GetById(AnyArticle())!;
        return document.Properties.Count(x => x.GetValue(x.PropertyType.VariesByCulture() ? Culture : null) is not null);
    }

    private async Task MeasureReadersAsync()
    {
        string[] paths = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ContentApi.PathOfAsync(site.Client, AnyArticle())));
        (Latencies Pages, Latencies Database) idle = await ReadAsync(paths);
        using var stop = new CancellationTokenSource();
        Task<int> writer = Task.Run(() => Publish(stop.Token));
        (Latencies Pages, Latencies Database) busy = await ReadAsync(paths);
        await stop.CancelAsync();
        int published = await writer;
        await write($"a reader's pages, alone: {idle.Pages}");
        await write($"... while one publishes ({published / _reading.TotalSeconds:0} a second): {busy.Pages}, p99 times {busy.Pages.Percentile(0.99) / idle.Pages.Percentile(0.99):0.0}");
        await write($"a reader's database (children, open), alone: {idle.Database}");
        await write($"... while one publishes: {busy.Database}, p99 times {busy.Database.Percentile(0.99) / idle.Database.Percentile(0.99):0.0}");
    }

    private async Task<(Latencies Pages, Latencies Database)> ReadAsync(string[] paths)
    {
        Latencies pages = new(), database = new();
        var watch = Stopwatch.StartNew();
        for (int i = 0; watch.Elapsed < _reading; i++)
        {
            await pages.MeasureAsync(() => site.Client.GetByteArrayAsync(new Uri(paths[i % paths.Length], UriKind.Relative)));
            database.Measure(() => ReadTree() + Open());
        }

        return (pages, database);
    }

    private int Publish(CancellationToken cancellationToken)
    {
        int count = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            IContent document = _documents.GetById(content.Articles[count % content.Articles.Count])!;
            document.SetValue("summary", $"écrit {count}", Culture);
            Ensure(_documents.Save(document).Success && _documents.Publish(document, [Culture]).Success, "published");
            count++;
        }

        return count;
    }

    private static bool Ensure(bool isDone, string what) => isDone ? true : throw new InvalidOperationException($"Expected, and not found: {what}.");

    private sealed class PublicationLatencies
    {
        public Latencies Save { get; } = new();

        public Latencies Publish { get; } = new();

        public Latencies Memory { get; } = new();

        public Latencies Page { get; } = new();

        public Latencies Item { get; } = new();

        public Latencies Query { get; } = new();

        public Latencies Visible { get; } = new();
    }
}
