using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>One block that is shown in the current culture: where it stands, its contents and its settings.</summary>
internal sealed record PublishedBlock(IBlockLayoutItem Layout, IPublishedElement Content, IPublishedElement? Settings);
