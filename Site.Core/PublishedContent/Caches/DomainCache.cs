using System.Collections.Immutable;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Keeps the domains of the site, all of them, until one changes.</summary>
internal sealed class DomainCache(
    ICoreScopeProvider scopes,
    IDomainRepository repository,
    IDefaultCultureAccessor defaultCulture,
    SnapshotStore snapshots) : IDomainCache, IDomainCacheService
{
    private readonly Lock _lock = new();
    private volatile Holder? _domains;

    /// <inheritdoc />
    public string DefaultCulture => defaultCulture.DefaultCulture;

    /// <inheritdoc cref="IDomainCache.GetAll" />
    public IEnumerable<Domain> GetAll(bool includeWildcards) => All().Where(x => includeWildcards || !x.IsWildcard);

    /// <inheritdoc cref="IDomainCache.GetAssigned" />
    public IEnumerable<Domain> GetAssigned(int documentId, bool includeWildcards = false) =>
        GetAll(includeWildcards).Where(x => x.ContentId == documentId);

    /// <inheritdoc cref="IDomainCache.HasAssigned" />
    public bool HasAssigned(int documentId, bool includeWildcards = false) => GetAssigned(documentId, includeWildcards).Any();

    /// <inheritdoc />
    /// <remarks>Domains are few, so all are read again. Values that hold URLs are made anew.</remarks>
    public void Refresh(DomainCacheRefresher.JsonPayload[] payloads)
    {
        lock (_lock)
        {
            _domains = new Holder(Read());
        }

        snapshots.Touch();
    }

    private ImmutableArray<Domain> All()
    {
        if (_domains is { } known)
        {
            return known.Domains;
        }

        lock (_lock)
        {
            return (_domains ??= new Holder(Read())).Domains;
        }
    }

    private ImmutableArray<Domain> Read()
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. repository.GetAll(true).Where(x => x.RootContentId is not null).OrderBy(x => x.SortOrder).Select(Create)];
    }

    private static Domain Create(IDomain domain) =>
        new(domain.Id, domain.DomainName, domain.RootContentId!.Value, domain.LanguageIsoCode, domain.IsWildcard, domain.SortOrder);

    private sealed record Holder(ImmutableArray<Domain> Domains);
}
