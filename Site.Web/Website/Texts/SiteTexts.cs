using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Website.Texts;

/// <summary>
/// The dictionary's texts in memory: read once, dropped when an editor changes the dictionary or a language, so that no page asks the database
/// for them.
/// </summary>
internal sealed class SiteTexts(IDictionaryItemService dictionary, ILanguageService languages) :
    INotificationHandler<DictionaryCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>
{
    private volatile TextSet? _current;
    private int _version;

    /// <summary>The texts as they are now.</summary>
    public async ValueTask<TextSet> GetAsync()
    {
        if (_current is { } current)
            return current;
        int version = Volatile.Read(ref _version);
        TextSet read = TextSet.From(await dictionary.GetDescendantsAsync(null), await languages.GetAllAsync());
        _current = read;
        // What changed while we read would otherwise never be seen.
        if (version != Volatile.Read(ref _version))
            _current = null;
        return read;
    }

    /// <inheritdoc />
    public void Handle(DictionaryCacheRefresherNotification notification) => Forget();

    /// <inheritdoc />
    public void Handle(LanguageCacheRefresherNotification notification) => Forget();

    private void Forget()
    {
        Interlocked.Increment(ref _version);
        _current = null;
    }
}
