using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Delivery.Cultures;

/// <summary>Knows the ISO codes of the site's languages, the default one first, until a language changes.</summary>
internal sealed class SiteCultures(ICoreScopeProvider scopes, ILanguageRepository languages) : INotificationHandler<LanguageCacheRefresherNotification>
{
    private readonly Lock _lock = new();
    private volatile string[]? _all;

    /// <summary>The codes, e.g. <c>fr</c>, <c>en</c>, <c>bm</c>.</summary>
    public IReadOnlyList<string> All => _all ?? Read();

    /// <inheritdoc />
    public void Handle(LanguageCacheRefresherNotification notification)
    {
        // Not between the two halves of a reading, whose result would then be kept.
        lock (_lock)
        {
            _all = null;
        }
    }

    private string[] Read()
    {
        lock (_lock)
        {
            using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
            return _all ??= [.. languages.GetMany().OrderByDescending(x => x.IsDefault).ThenBy(x => x.Id).Select(x => x.IsoCode)];
        }
    }
}
