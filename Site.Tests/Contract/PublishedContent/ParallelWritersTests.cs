using System.Collections.Concurrent;
using Site.Core.PublishedContent.Context;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>Many editors publish below one parent at once, while visitors read.</summary>
public abstract class ParallelWritersTests(SiteFixture site) : IAsyncLifetime
{
    private const int Writers = 8;
    private const int Readers = 20;

    private static readonly int _perWriter = TestScale.Of(ci: 6, full: 50);

    private readonly ConcurrentBag<string> _faults = [];
    private DocumentModel _model = null!;
    private IContent _parent = null!;
    private volatile bool _done;
    private long _reads;

    public async Task InitializeAsync()
    {
        _model = await DocumentModel.OfAsync(site);
        _parent = _model.SavedPage(DocumentModel.Unique("Parallèle"));
        _model.Publish(_parent);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    [Trait("Category", TestScale.Endurance)]
    public async Task Every_page_is_published_in_its_place_and_readers_see_whole_states_only()
    {
        Task[] readers = [.. Enumerable.Range(0, Readers).Select(x => Task.Factory.StartNew(() => Read(x), TaskCreationOptions.LongRunning))];
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(x => Task.Factory.StartNew(() => Write(x), TaskCreationOptions.LongRunning)));
        }
        finally
        {
            _done = true;
            await Task.WhenAll(readers);
        }

        Assert.Empty(_faults.Take(10));
        Assert.True(_reads >= Readers, $"{_reads} reads");
        IContent[] children = [.. _model.Contents.GetPagedChildren(_parent.Id, 0, 1000, out long total, null, null, null)];
        Assert.Equal(Writers * _perWriter, total);
        Assert.All(children, x => Assert.True(x is { Published: true, Edited: false }, x.Name));
        Assert.Equal(Enumerable.Range(0, children.Length), children.Select(x => x.SortOrder));
        Assert.Equal(children.Length, children.Select(x => x.Name).Distinct().Count());
        Assert.Equal(children.Select(x => x.Key), Children(_parent.Key));
        Assert.All(children, x => Assert.NotNull(site.Get<IPublishedContentCache>().GetById(false, x.Key)));
    }

    /// <summary>Creates and publishes pages of one name; some are published again with other values, some get a child.</summary>
    private void Write(int writer)
    {
        for (int number = 0; number < _perWriter; number++)
        {
            IContent page = _model.NewPage("Même nom", _parent.Id);
            Stamp(page, (writer * 1000) + number);
            _model.Save(page);
            _model.Publish(page);
            if (number % 3 == 0)
            {
                IContent child = _model.NewPage("Enfant", page.Id);
                Stamp(child, number);
                _model.Save(child);
                _model.Publish(child);
            }

            if (number % 3 == 1)
            {
                Stamp(page, (writer * 1000) + number + 500);
                _model.Save(page);
                _model.Publish(page);
            }
        }
    }

    /// <summary>A page is whole when its values in every culture and without one carry the same number.</summary>
    private void Stamp(IContent page, int number)
    {
        page.SetValue(DocumentModel.Title, $"{number}", _model.DefaultCulture);
        page.SetValue(DocumentModel.Title, $"{number}", _model.OtherCulture);
        page.SetValue(DocumentModel.Number, number);
    }

    private void Read(int reader)
    {
        while (!_done)
        {
            try
            {
                if (reader % 4 == 0)
                {
                    Query();
                }
                else
                {
                    ReadTree();
                }

                Interlocked.Increment(ref _reads);
            }
            catch (Exception exception)
            {
                _faults.Add(exception.ToString());
                return;
            }

            // Twenty readers that never pause would keep the writers from the processors.
            Thread.Yield();
        }
    }

    private void ReadTree()
    {
        using UmbracoContextReference reference = site.Get<ISiteUmbracoContextFactory>().BeginRequest(new Uri("http://localhost/"), preview: false);
        IPublishedContentCache contents = reference.UmbracoContext.Content!;
        foreach (Guid key in Children(_parent.Key))
        {
            foreach (Guid below in Children(key))
            {
                if (contents.GetById(false, below) is { } child)
                {
                    Check(child);
                    Require(contents.GetById(false, key) is not null, $"{below} is seen before its parent {key}");
                }
            }

            if (contents.GetById(false, key) is { } page)
            {
                Check(page);
            }
        }
    }

    private void Query()
    {
        PagedModel<Guid> found = site.Get<IApiContentQueryService>()
            .ExecuteQuery($"children:{_parent.Key}", [], ["sortOrder:asc"], ProtectedAccess.None, 0, 1000).Result!;
        Require(found.Items.Distinct().Count() == found.Items.Count(), "a page is found twice");
        foreach (Guid key in found.Items)
        {
            IPublishedContent? page = site.Get<IPublishedContentCache>().GetById(false, key);
            Require(page is not null, $"{key} is found and not seen");
            Check(page!);
        }
    }

    private void Check(IPublishedContent page)
    {
        object? title = page.GetProperty(DocumentModel.Title)!.GetValue(_model.DefaultCulture);
        object? other = page.GetProperty(DocumentModel.Title)!.GetValue(_model.OtherCulture);
        object? number = page.GetProperty(DocumentModel.Number)!.GetValue();
        Require(page.Cultures.Count == 2, $"{page.Key} is published in {page.Cultures.Count} cultures");
        Require($"{title}" == $"{number}" && $"{other}" == $"{number}", $"{page.Key} has {title}, {other} and {number}");
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            _faults.Add(otherwise);
        }
    }

    private IEnumerable<Guid> Children(Guid key) =>
        site.Get<IDocumentNavigationQueryService>().TryGetChildrenKeys(key, out IEnumerable<Guid> keys) ? keys : [];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : ParallelWritersTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : ParallelWritersTests(site), IClassFixture<PostgresSiteFixture>;
}
