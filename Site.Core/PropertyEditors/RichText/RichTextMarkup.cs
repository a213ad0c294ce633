using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Templates;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Prepares the markup of rich text for storage, for the editor and for the page, and finds what it refers to.</summary>
internal sealed class RichTextMarkup(
    IHtmlSanitizer sanitizer,
    HtmlLocalLinkParser localLinks,
    HtmlImageSourceParser imageSources,
    HtmlUrlParser urls)
{
    /// <summary>Cleaned, and without the addresses of media, which may change while their UDIs stay.</summary>
    public string ForStorage(string markup) => imageSources.RemoveImageSources(sanitizer.Sanitize(markup));

    /// <summary>With the current addresses of media; links to content stay as they are edited.</summary>
    public string ForEditor(string markup) => imageSources.EnsureImageSources(markup);

    /// <summary>With the current addresses of content and media.</summary>
    public string ForPage(string markup) => imageSources.EnsureImageSources(urls.EnsureUrls(localLinks.EnsureInternalLinks(markup)));

    /// <summary>The content and media that the markup links to or shows.</summary>
    public IEnumerable<UmbracoEntityReference> References(string markup)
        => imageSources.FindUdisFromDataAttributes(markup)
            .Concat(localLinks.FindUdisFromLocalLinks(markup))
            .OfType<Udi>()
            .Distinct()
            .Select(EntityReference.To)
            .OfType<UmbracoEntityReference>();
}
