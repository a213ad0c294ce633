using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Organisations.Querying;

/// <summary>Registers what the filters of the site's own model need. Umbraco finds the filters, the sort and the index handlers by themselves.</summary>
public sealed class ModelQueriesComposer : IComposer
{
    /// <inheritdoc />
    public void Compose(IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<DocumentsOfType>();
        builder.Services.AddSingleton<DocumentNames>();
        builder.Services.AddSingleton<INotificationAsyncHandler<ContentCacheRefresherNotification>>(x => x.GetRequiredService<DocumentsOfType>());
    }
}
