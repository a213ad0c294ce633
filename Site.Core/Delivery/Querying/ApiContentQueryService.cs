using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Delivery.Querying;

/// <summary>
/// Turns the texts of <c>fetch</c>, <c>filter</c> and <c>sort</c> into options, each by the first handler that claims it, and has the query
/// provider run them (specs/content-delivery-api-v2.md section 3).
/// </summary>
internal sealed class ApiContentQueryService(
    QueryHandlers handlers,
    IRequestStartItemProviderAccessor startItems,
    IApiContentQueryProvider provider,
    QueryCulture queryCulture) : IApiContentQueryService
{
    /// <inheritdoc />
    public Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> ExecuteQuery(
        string? fetch,
        IEnumerable<string> filters,
        IEnumerable<string> sorts,
        ProtectedAccess protectedAccess,
        int skip,
        int take)
    {
        if (!TryGetSelector(fetch, out SelectorOption? selector))
        {
            return Fail(ApiContentQueryOperationStatus.SelectorOptionNotFound);
        }

        if (!TryBuild(filters, handlers.Filters, (handler, text) => handler.BuildFilterOption(text), out List<FilterOption>? filterOptions))
        {
            return Fail(ApiContentQueryOperationStatus.FilterOptionNotFound);
        }

        if (!TryBuild(sorts, handlers.Sorts, (handler, text) => handler.BuildSortOption(text), out List<SortOption>? sortOptions))
        {
            return Fail(ApiContentQueryOperationStatus.SortOptionNotFound);
        }

        PagedModel<Guid> result = provider.ExecuteQuery(
            selector, filterOptions, sortOptions, queryCulture.Current, protectedAccess, queryCulture.IsPreview, skip, take);
        return Attempt.SucceedWithStatus(ApiContentQueryOperationStatus.Success, result);
    }

    private static Attempt<PagedModel<Guid>, ApiContentQueryOperationStatus> Fail(ApiContentQueryOperationStatus status) =>
        Attempt.FailWithStatus(status, new PagedModel<Guid>());

    private bool TryGetSelector(string? fetch, [NotNullWhen(true)] out SelectorOption? selector)
    {
        if (string.IsNullOrEmpty(fetch)
            && startItems.TryGetValue(out IRequestStartItemProvider? startItem)
            && startItem.GetStartItem() is { } root)
        {
            fetch = $"descendants:{root.Key:D}";
        }

        selector = string.IsNullOrEmpty(fetch)
            ? provider.AllContentSelectorOption()
            : handlers.Selectors.FirstOrDefault(x => x.CanHandle(fetch))?.BuildSelectorOption(fetch);
        return selector is not null;
    }

    private static bool TryBuild<THandler, TOption>(
        IEnumerable<string> texts,
        IEnumerable<THandler> handlers,
        Func<THandler, string, TOption> build,
        [NotNullWhen(true)] out List<TOption>? options)
        where THandler : IQueryHandler
    {
        options = [];
        foreach (string text in texts.Where(x => !string.IsNullOrEmpty(x)))
        {
            if (handlers.FirstOrDefault(x => x.CanHandle(text)) is not { } handler)
            {
                options = null;
                return false;
            }

            options.Add(build(handler, text));
        }

        return true;
    }
}

/// <summary>The handlers, in the order in which they are asked.</summary>
internal sealed record QueryHandlers(SelectorHandlerCollection Selectors, FilterHandlerCollection Filters, SortHandlerCollection Sorts);

/// <summary>The culture and the state that a query of the current request is about.</summary>
internal sealed class QueryCulture(
    IVariationContextAccessor variationContext,
    IDefaultCultureAccessor defaultCulture,
    IRequestPreviewService preview)
{
    /// <summary>The culture of the request, else the default language.</summary>
    public string Current => variationContext.VariationContext?.Culture is { Length: > 0 } culture ? culture : defaultCulture.DefaultCulture;

    /// <summary>Whether drafts are asked for.</summary>
    public bool IsPreview => preview.IsPreview();
}
