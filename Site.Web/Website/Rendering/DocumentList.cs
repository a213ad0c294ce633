using Site.Core.Organisations;
using Site.Web.Website.Feeds;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Rendering;

/// <summary>One page of a list page's documents.</summary>
public sealed class DocumentList
{
    /// <summary>How many documents a page shows.</summary>
    public const int PageSize = 20;

    private DocumentList(IReadOnlyList<IPublishedContent> all, int page)
    {
        Total = all.Count;
        Page = Math.Min(page, Pages);
        Documents = [.. all.Skip((Page - 1) * PageSize).Take(PageSize)];
    }

    /// <summary>How many documents there are.</summary>
    public int Total { get; }

    /// <summary>The page that is shown, from 1; a number beyond the last one shows the last one.</summary>
    public int Page { get; }

    /// <summary>How many pages there are, at least one.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>The documents of the page.</summary>
    public IReadOnlyList<IPublishedContent> Documents { get; }

    /// <summary>Takes a page of what is below a list page: programmes and persons in the editors' order, all else the newest first.</summary>
    public static DocumentList Of(ContentTree tree, IPublishedContent list, int page)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(list);
        IEnumerable<IPublishedContent> children = tree.Children(list).Where(child => child.TemplateId is > 0);
        return From(list.ContentType.Alias is ContentTypes.Programmes or ContentTypes.People
            ? [.. children]
            : [.. children.OrderByDescending(PublishedPages.DateOf)], page);
    }

    /// <summary>Takes a page of documents.</summary>
    public static DocumentList From(IReadOnlyList<IPublishedContent> documents, int page) => new(documents, page);
}
