using Site.Core.Hosting.PublishedContent;
using Site.Core.Hosting.Runtime;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.PublishedContent.Routing;

/// <summary>Writes the addresses that a process which was killed had no time to write after its last commits.</summary>
internal sealed class UnfinishedAddresses(
    DataFolderLock dataFolder,
    ILatestPublishedDocuments latest,
    IContentService contents,
    IDocumentUrlService urls)
{
    // Longer than the handlers of a batch of an import take.
    private static readonly TimeSpan _reach = TimeSpan.FromSeconds(30);

    /// <summary>Does so when the process before was killed; the addresses must have been read.</summary>
    public async Task FinishAsync()
    {
        if (dataFolder.WasAbandoned && latest.Find(_reach) is { Count: > 0 } keys)
        {
            IContent[] documents = [.. contents.GetByIds(keys)];
            await urls.CreateOrUpdateUrlSegmentsAsync(documents);
        }
    }
}
