using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Media;

/// <summary>Registers what media needs beside its repositories.</summary>
public static class MediaBuilderExtensions
{
    /// <summary>Adds the store of uploads on their way and the dimensions of images. Cropped and resized images come with the image pipeline.</summary>
    public static IUmbracoBuilder AddMedia(this IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<ITemporaryFileRepository, TemporaryFileRepository>();
        builder.Services.AddSingleton<IImageDimensionExtractor, ImageHeaderDimensionExtractor>();
        builder.Services.AddSingleton<IImageUrlGenerator, NoopImageUrlGenerator>();
        return builder;
    }
}
