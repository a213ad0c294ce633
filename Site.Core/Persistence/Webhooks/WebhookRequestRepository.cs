using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Webhooks;

/// <summary>The queue of what is still to be sent to webhooks.</summary>
internal sealed class WebhookRequestRepository(AmbientDbContext database, TimeProvider time) : IWebhookRequestRepository
{
    /// <inheritdoc />
    public Task<WebhookRequest> CreateAsync(WebhookRequest webhookRequest)
    {
        SiteDbContext context = database.Write;
        DateTime now = time.GetUtcNow().UtcDateTime;
        var row = new WebhookRequestRow
        {
            Key = Guid.NewGuid(),
            WebhookKey = webhookRequest.WebhookKey,
            EventName = webhookRequest.EventAlias,
            RequestObject = webhookRequest.RequestObject,
            RetryCount = webhookRequest.RetryCount,
            CreateDate = now,
            DueDate = now,
        };
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        webhookRequest.Id = row.Id;
        return Task.FromResult(webhookRequest);
    }

    /// <inheritdoc />
    public Task DeleteAsync(WebhookRequest webhookRequest)
    {
        database.Write.Set<WebhookRequestRow>().Where(x => x.Id == webhookRequest.Id).ExecuteDelete();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>The oldest first.</remarks>
    public Task<IEnumerable<WebhookRequest>> GetAllAsync() => Task.FromResult<IEnumerable<WebhookRequest>>(database.Read.Set<WebhookRequestRow>()
        .OrderBy(x => x.Id)
        .Select(x => new WebhookRequest
        {
            Id = x.Id,
            WebhookKey = x.WebhookKey,
            EventAlias = x.EventName,
            RequestObject = x.RequestObject,
            RetryCount = x.RetryCount,
        })
        .ToList());

    /// <inheritdoc />
    public Task<WebhookRequest> UpdateAsync(WebhookRequest webhookRequest)
    {
        database.Write.Set<WebhookRequestRow>().Where(x => x.Id == webhookRequest.Id).ExecuteUpdate(x => x
            .SetProperty(row => row.WebhookKey, webhookRequest.WebhookKey)
            .SetProperty(row => row.EventName, webhookRequest.EventAlias)
            .SetProperty(row => row.RequestObject, webhookRequest.RequestObject)
            .SetProperty(row => row.RetryCount, webhookRequest.RetryCount));
        return Task.FromResult(webhookRequest);
    }
}
