using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Tags;

/// <summary>Registers the repository of tags.</summary>
internal static class TagsRegistration
{
    public static IServiceCollection AddTagRepositories(this IServiceCollection services) =>
        services.AddSingleton<ITagRepository, TagRepository>();
}
