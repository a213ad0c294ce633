using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Organisations.People;

/// <summary>Has Umbraco ask <see cref="PublicationBasisHandler"/> before anything is published. Umbraco finds the class by itself.</summary>
public sealed class PublicationBasisComposer : IComposer
{
    /// <inheritdoc />
    public void Compose(IUmbracoBuilder builder) =>
        builder.AddNotificationHandler<ContentPublishingNotification, PublicationBasisHandler>();
}
