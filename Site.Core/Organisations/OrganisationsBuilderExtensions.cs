using Microsoft.Extensions.DependencyInjection;
using Site.Core.Organisations.Export;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Core.Organisations;

/// <summary>Registers this site's own model.</summary>
public static class OrganisationsBuilderExtensions
{
    /// <summary>Adds what finds the organisations and makes their groups of editors.</summary>
    public static IUmbracoBuilder AddOrganisations(this IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<OrganisationNodes>();
        builder.Services.AddSingleton<OrganisationNames>();
        builder.Services.AddSingleton<OrganisationFinder>();
        builder.Services.AddSingleton<OrganisationExport>();
        builder.Services.AddSingleton<OrganisationGroupsInstaller>();
        return builder;
    }
}
