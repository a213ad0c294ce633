using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Site.Web.Website.Feeds;

/// <summary>Writes XML documents whose texts came from people.</summary>
internal static class XmlText
{
    /// <summary>A text without the characters that XML cannot hold.</summary>
    public static string Clean(string text)
    {
        StringBuilder clean = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text, i++, 2);
            else if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString();
    }

    /// <summary>Sends a document.</summary>
    public static async Task WriteAsync(HttpContext context, XElement root, string contentType)
    {
        byte[] body = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.ToString(SaveOptions.None));
        context.Response.ContentType = contentType;
        context.Response.Headers.CacheControl = "public, max-age=600";
        if (HttpMethods.IsHead(context.Request.Method))
            context.Response.ContentLength = body.Length;
        else
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
