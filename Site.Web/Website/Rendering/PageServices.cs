using Site.Core.Organisations;
using Site.Web.Website.Addresses;
using Site.Web.Website.Assets;

namespace Site.Web.Website.Rendering;

/// <summary>What every view may use.</summary>
internal sealed class PageServices(ContentTree tree, SiteAddresses addresses, WebsiteAssets assets, RichTextRenderer richText)
{
    private PageContext? _page;

    /// <summary>The published tree.</summary>
    public ContentTree Tree => tree;

    /// <summary>Addresses of pages and files.</summary>
    public SiteAddresses Addresses => addresses;

    /// <summary>The stylesheet and the icon.</summary>
    public WebsiteAssets Assets => assets;

    /// <summary>Cleans and sets rich texts.</summary>
    public RichTextRenderer RichText => richText;

    /// <summary>The page that this request shows.</summary>
    /// <exception cref="InvalidOperationException">No page was opened.</exception>
    public PageContext Page
    {
        get => _page ?? throw new InvalidOperationException("A view was rendered without a page: render it through PageRenderer.");
        set => _page = value;
    }
}
