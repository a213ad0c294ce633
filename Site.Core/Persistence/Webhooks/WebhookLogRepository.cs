using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Webhooks;

/// <summary>What was sent to webhooks, and what they answered.</summary>
internal sealed partial class WebhookLogRepository(AmbientDbContext database) : IWebhookLogRepository
{
    /// <inheritdoc />
    public Task CreateAsync(WebhookLog log)
    {
        SiteDbContext context = database.Write;
        var row = new WebhookLogRow
        {
            Key = log.Key,
            WebhookKey = log.WebhookKey,
            StatusCode = log.StatusCode,
            Date = log.Date,
            Url = log.Url,
            EventAlias = log.EventAlias,
            RetryCount = log.RetryCount,
            RequestHeaders = log.RequestHeaders,
            RequestBody = log.RequestBody,
            ResponseHeaders = log.ResponseHeaders,
            ResponseBody = log.ResponseBody,
            ExceptionOccured = log.ExceptionOccured,
        };
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        log.Id = row.Id;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>Newest first.</remarks>
    public Task<PagedModel<WebhookLog>> GetPagedAsync(int skip, int take) => Task.FromResult(GetPage(database.Read.Set<WebhookLogRow>(), skip, take));

    /// <inheritdoc />
    /// <remarks>Newest first.</remarks>
    public Task<PagedModel<WebhookLog>> GetPagedAsync(Guid webhookKey, int skip, int take) =>
        Task.FromResult(GetPage(database.Read.Set<WebhookLogRow>().Where(x => x.WebhookKey == webhookKey), skip, take));

    /// <inheritdoc />
    public Task<IEnumerable<WebhookLog>> GetOlderThanDate(DateTime date)
    {
        List<WebhookLogRow> rows = database.Read.Set<WebhookLogRow>().Where(x => x.Date < date).OrderBy(x => x.Id).ToList();
        return Task.FromResult<IEnumerable<WebhookLog>>([.. rows.Select(ToEntity)]);
    }

    /// <inheritdoc />
    public Task DeleteByIds(int[] ids)
    {
        database.Write.Set<WebhookLogRow>().Where(x => ids.Contains(x.Id)).ExecuteDelete();
        return Task.CompletedTask;
    }

    private static PagedModel<WebhookLog> GetPage(IQueryable<WebhookLogRow> logs, int skip, int take)
    {
        long total = logs.LongCount();
        List<WebhookLogRow> rows = logs.OrderByDescending(x => x.Date).ThenByDescending(x => x.Id).Skip(skip).Take(take).ToList();
        return new PagedModel<WebhookLog>(total, rows.Select(ToEntity));
    }

    private static WebhookLog ToEntity(WebhookLogRow row) => new()
    {
        Id = row.Id,
        Key = row.Key,
        WebhookKey = row.WebhookKey,
        StatusCode = row.StatusCode,
        Date = row.Date,
        Url = row.Url,
        EventAlias = row.EventAlias,
        RetryCount = row.RetryCount,
        RequestHeaders = row.RequestHeaders,
        RequestBody = row.RequestBody,
        ResponseHeaders = row.ResponseHeaders,
        ResponseBody = row.ResponseBody,
        ExceptionOccured = row.ExceptionOccured,
        IsSuccessStatusCode = IsSuccess(row.StatusCode),
    };

    // The table has no column for it; Core's log factory writes the number in brackets.
    private static bool IsSuccess(string statusCode) =>
        Number().Match(statusCode) is { Success: true } match
        && int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) is >= 200 and <= 299;

    [GeneratedRegex("[0-9]{3}(?=\\)?$)")]
    private static partial Regex Number();
}
