using System.Security.Claims;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;

namespace Site.Core.PublishedContent.Context;

/// <summary>
/// Tells Core's services whether drafts are to be seen. Who opens the Umbraco context decides that; entering preview by a cookie, as
/// stock Umbraco's website does, is not offered.
/// </summary>
internal sealed class ContextPreviewService(AmbientUmbracoContextAccessor contexts) : IPreviewService
{
    /// <inheritdoc />
    public bool IsInPreview() => contexts.Current?.InPreviewMode ?? false;

    /// <inheritdoc />
    /// <returns>Always <c>false</c>: it is not offered.</returns>
    public Task<bool> TryEnterPreviewAsync(IUser user) => Task.FromResult(false);

    /// <inheritdoc />
    /// <remarks>There is no cookie to remove.</remarks>
    public Task EndPreviewAsync() => Task.CompletedTask;

    /// <inheritdoc />
    /// <returns>Always a failure: there is no cookie that could name a user.</returns>
    public Task<Attempt<ClaimsIdentity>> TryGetPreviewClaimsIdentityAsync() =>
        Task.FromResult(Attempt<ClaimsIdentity>.Fail());
}
