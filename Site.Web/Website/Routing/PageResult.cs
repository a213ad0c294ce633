using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Web.Website.Routing;

/// <summary>What an address stands for.</summary>
internal abstract record PageResult;

/// <summary>A page.</summary>
/// <param name="Content">The document.</param>
/// <param name="Template">The alias of the template that shows it.</param>
/// <param name="Culture">The culture of the address; the document may lack it.</param>
internal sealed record PageFound(IPublishedContent Content, string Template, string Culture) : PageResult;

/// <summary>A page that comes with the program.</summary>
/// <param name="View">The view that shows it.</param>
/// <param name="Culture">The culture of the address.</param>
internal sealed record PageBuiltIn(string View, string Culture) : PageResult;

/// <summary>A page that is elsewhere.</summary>
/// <param name="Path">Where it is: a path with its query.</param>
/// <param name="Permanent">Whether it stays there.</param>
internal sealed record PageMoved(string Path, bool Permanent) : PageResult;

/// <summary>Nothing.</summary>
/// <param name="Culture">The culture of the address, to say so in.</param>
internal sealed record PageMissing(string Culture) : PageResult;
