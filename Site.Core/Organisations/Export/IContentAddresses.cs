using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Organisations.Export;

/// <summary>Where on the web things are: absolute when the site is told its own address, else from the root of the site.</summary>
public interface IContentAddresses
{
    /// <summary>The address of a page; <c>null</c> when it has none in the culture.</summary>
    string? AddressOf(IPublishedContent content, string culture);

    /// <summary>The address of a file; <c>null</c> when there is none.</summary>
    string? AddressOf(MediaFile? file);
}
