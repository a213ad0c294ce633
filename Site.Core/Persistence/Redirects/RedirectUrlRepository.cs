using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Redirects;

/// <summary>The routes at which documents were found before they were renamed or moved.</summary>
internal sealed class RedirectUrlRepository(AmbientDbContext database) : IRedirectUrlRepository
{
    private static readonly PredicateTranslator<View> _translator = new(new Dictionary<string, Expression<Func<View, object?>>>
    {
        [nameof(IRedirectUrl.Key)] = x => x.Redirect.Id,
        [nameof(IRedirectUrl.ContentId)] = x => x.ContentId,
        [nameof(IRedirectUrl.ContentKey)] = x => x.Redirect.ContentKey,
        [nameof(IRedirectUrl.CreateDateUtc)] = x => x.Redirect.CreateDateUtc,
        [nameof(IRedirectUrl.Culture)] = x => x.Redirect.Culture,
        [nameof(IRedirectUrl.Url)] = x => x.Redirect.Url,
    });

    private IQueryable<View> Views
    {
        get
        {
            SiteDbContext context = database.Read;
            return
                from redirect in context.Set<RedirectUrlRow>()
                join node in context.Set<NodeRow>() on redirect.ContentKey equals node.UniqueId
                select new View { Redirect = redirect, ContentId = node.Id, Path = node.Path };
        }
    }

    /// <inheritdoc />
    public IRedirectUrl? Get(Guid id) => First(Views.Where(x => x.Redirect.Id == id));

    /// <inheritdoc />
    public IRedirectUrl? Get(string url, Guid contentKey, string? culture)
    {
        string stored = culture ?? string.Empty;
        return First(At(url).Where(x => x.Redirect.ContentKey == contentKey).WhereTextIs(x => x.Redirect.Culture, stored));
    }

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<IRedirectUrl> GetMany(params Guid[]? ids) =>
        ToEntities(Newest(ids is null or [] ? Views : Views.Where(x => ids.Contains(x.Redirect.Id))));

    /// <inheritdoc />
    public bool Exists(Guid id) => database.Read.Set<RedirectUrlRow>().Any(x => x.Id == id);

    /// <inheritdoc />
    public IEnumerable<IRedirectUrl> Get(IQuery<IRedirectUrl> query) => ToEntities(Newest(Where(query)));

    /// <inheritdoc />
    public int Count(IQuery<IRedirectUrl>? query) => Where(query).Count();

    /// <inheritdoc />
    public void Save(IRedirectUrl entity)
    {
        SiteDbContext context = database.Write;
        RedirectUrlRow row = context.Set<RedirectUrlRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Key)
            ?? context.Add(new RedirectUrlRow { Id = entity.Key }).Entity;
        row.ContentKey = entity.ContentKey;
        row.CreateDateUtc = entity.CreateDateUtc;
        row.Url = entity.Url;
        row.Culture = entity.Culture ?? string.Empty;
        row.UrlHash = Hash(entity.Url);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.Id = IdOf(entity.Key);
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    public void Delete(IRedirectUrl entity) => Delete(entity.Key);

    /// <inheritdoc />
    public void Delete(Guid id) => database.Write.Set<RedirectUrlRow>().Where(x => x.Id == id).ExecuteDelete();

    /// <inheritdoc />
    public void DeleteAll() => database.Write.Set<RedirectUrlRow>().ExecuteDelete();

    /// <inheritdoc />
    public void DeleteContentUrls(Guid contentKey) =>
        database.Write.Set<RedirectUrlRow>().Where(x => x.ContentKey == contentKey).ExecuteDelete();

    /// <inheritdoc />
    public IRedirectUrl? GetMostRecentUrl(string url) => First(Newest(At(url)));

    /// <inheritdoc />
    public Task<IRedirectUrl?> GetMostRecentUrlAsync(string url) => Task.FromResult(GetMostRecentUrl(url));

    /// <inheritdoc />
    /// <remarks>Redirects without a culture hold in every one.</remarks>
    public IRedirectUrl? GetMostRecentUrl(string url, string culture) => First(Newest(AtIn(url, culture)));

    /// <inheritdoc />
    /// <remarks>Redirects without a culture hold in every one.</remarks>
    public Task<IRedirectUrl?> GetMostRecentUrlAsync(string url, string culture) => Task.FromResult(GetMostRecentUrl(url, culture));

    /// <inheritdoc />
    public IEnumerable<IRedirectUrl> GetContentUrls(Guid contentKey) =>
        ToEntities(Newest(Views.Where(x => x.Redirect.ContentKey == contentKey)));

    /// <inheritdoc />
    public IEnumerable<IRedirectUrl> GetAllUrls(long pageIndex, int pageSize, out long total) => Page(Views, pageIndex, pageSize, out total);

    /// <inheritdoc />
    public IEnumerable<IRedirectUrl> GetAllUrls(int rootContentId, long pageIndex, int pageSize, out long total)
    {
        string below = $",{rootContentId},";
        return Page(Views.Where(x => x.Path.Contains(below)), pageIndex, pageSize, out total);
    }

    /// <inheritdoc />
    public IEnumerable<IRedirectUrl> SearchUrls(string searchTerm, long pageIndex, int pageSize, out long total) =>
        Page(Views.WhereTextContains(x => x.Redirect.Url, searchTerm), pageIndex, pageSize, out total);

    private static IOrderedQueryable<View> Newest(IQueryable<View> views) =>
        views.OrderByDescending(x => x.Redirect.CreateDateUtc).ThenBy(x => x.Redirect.Id);

    private static List<IRedirectUrl> Page(IQueryable<View> views, long pageIndex, int pageSize, out long total)
    {
        total = views.LongCount();
        return ToEntities(Newest(views).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    private static RedirectUrl? First(IQueryable<View> views) => views.FirstOrDefault() is { } view ? ToEntity(view) : null;

    private static List<IRedirectUrl> ToEntities(IQueryable<View> views) => [.. views.ToList().Select(ToEntity)];

    private static RedirectUrl ToEntity(View view)
    {
        var redirect = new RedirectUrl();
        redirect.DisableChangeTracking();
        redirect.Key = view.Redirect.Id;
        redirect.Id = IdOf(view.Redirect.Id);
        redirect.ContentId = view.ContentId;
        redirect.ContentKey = view.Redirect.ContentKey;
        redirect.CreateDateUtc = view.Redirect.CreateDateUtc;
        redirect.Culture = view.Redirect.Culture.Length == 0 ? null : view.Redirect.Culture;
        redirect.Url = view.Redirect.Url;
        redirect.ResetDirtyProperties(false);
        redirect.EnableChangeTracking();
        return redirect;
    }

    // Redirects are known by their key; a number other than 0 only says that one is stored.
    private static int IdOf(Guid key) => key.GetHashCode() is var hash and not 0 ? hash : 1;

    private static string Hash(string url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)));

    private IQueryable<View> At(string url)
    {
        string hash = Hash(url);
        return Views.Where(x => x.Redirect.UrlHash == hash && x.Redirect.Url == url);
    }

    private IQueryable<View> AtIn(string url, string culture)
    {
        string[] cultures = [string.Empty, culture, culture.ToLowerInvariant()];
        return At(url).Where(x => cultures.Contains(x.Redirect.Culture));
    }

    private IQueryable<View> Where(IQuery<IRedirectUrl>? query) =>
        ((Query<IRedirectUrl>?)query)?.Predicates.Aggregate(Views, (rows, predicate) => rows.Where(_translator.Translate(predicate))) ?? Views;

    private sealed class View
    {
        public RedirectUrlRow Redirect { get; set; } = null!;

        public int ContentId { get; set; }

        public string Path { get; set; } = string.Empty;
    }
}
