using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Site.Web.Website.Assets;

/// <summary>The stylesheet and the icon, in memory, under names that change with what is in them, so that a browser asks for them once.</summary>
internal sealed class WebsiteAssets
{
    private readonly Dictionary<string, Asset> _byPath;

    /// <summary>Reads the files that are embedded in the program.</summary>
    public WebsiteAssets()
    {
        Asset style = Asset.Read("site.css", "text/css; charset=utf-8");
        Asset icon = Asset.Read("icon.svg", "image/svg+xml");
        (StyleSheet, Icon) = (style.Path, icon.Path);
        _byPath = new[] { style, icon }.ToDictionary(asset => asset.Path, StringComparer.Ordinal);
    }

    /// <summary>The path of the stylesheet.</summary>
    public string StyleSheet { get; }

    /// <summary>The path of the icon.</summary>
    public string Icon { get; }

    /// <summary>The number of bytes that the stylesheet has when compressed with Brotli.</summary>
    public int StyleSheetBytes => _byPath[StyleSheet].Brotli.Length;

    /// <summary>Answers with the asset of the request's path; false when there is none.</summary>
    public async Task<bool> TryServeAsync(HttpContext context)
    {
        if (!_byPath.TryGetValue(context.Request.Path.Value ?? string.Empty, out Asset? asset))
            return false;
        HttpResponse response = context.Response;
        (byte[] body, string? encoding) = asset.For(context.Request.Headers.AcceptEncoding.ToString());
        response.ContentType = asset.ContentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
        return true;
    }

    private sealed record Asset(string Path, string ContentType, byte[] Plain, byte[] Brotli, byte[] Gzip)
    {
        public static Asset Read(string name, string contentType)
        {
            using Stream stream = typeof(WebsiteAssets).Assembly.GetManifestResourceStream($"Website.{name}")
                ?? throw new InvalidOperationException($"{name} is not embedded in the program: see Site.Web.csproj.");
            using MemoryStream plain = new();
            stream.CopyTo(plain);
            byte[] bytes = plain.ToArray();
            string mark = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            string path = $"/assets/{System.IO.Path.GetFileNameWithoutExtension(name)}.{mark}{System.IO.Path.GetExtension(name)}";
            return new Asset(
                path,
                contentType,
                bytes,
                Compress(bytes, to => new BrotliStream(to, CompressionLevel.SmallestSize)),
                Compress(bytes, to => new GZipStream(to, CompressionLevel.SmallestSize)));
        }

        public (byte[] Body, string? Encoding) For(string accepted) =>
            accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (Brotli, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (Gzip, "gzip")
            : (Plain, null);

        private static byte[] Compress(byte[] bytes, Func<Stream, Stream> compressor)
        {
            using MemoryStream target = new();
            using (Stream stream = compressor(target))
                stream.Write(bytes);
            return target.ToArray();
        }
    }
}
