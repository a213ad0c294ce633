using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Site.Core.Sync.Files;

/// <summary>Reads XML that may come from anywhere, and takes values out of it with errors that name the element.</summary>
internal static class SyncXml
{
    /// <summary>
    /// The largest file that is read, in bytes and in characters. A text for a page is a thousand times smaller; what is
    /// larger is an accident or an attack, and would be held in memory as a whole.
    /// </summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>How many elements may lie in each other. The format needs eight; what walks deeper files could exhaust the stack.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads the file; DTDs, and with them entities, are refused.</summary>
    /// <exception cref="SyncItemException">The file is too large, too deep, empty or not well-formed.</exception>
    public static XElement Load(string path)
    {
        long length = new FileInfo(path).Length;
        if (length > MaxLength)
        {
            throw new SyncItemException("file", $"{length / 1024 / 1024} MB is larger than the limit of {MaxLength / 1024 / 1024} MB; shorten its texts.");
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxLength,
        };
        try
        {
            using var reader = XmlReader.Create(path, settings);
            var root = XElement.Load(reader);
            return IsDeeperThan(root, MaxDepth)
                ? throw new SyncItemException("file", $"has more than {MaxDepth} elements in each other; it is no uSync file.")
                : root;
        }
        catch (XmlException exception)
        {
            throw new SyncItemException($"line {exception.LineNumber}", $"not well-formed XML: {exception.Message}");
        }
    }

    private static bool IsDeeperThan(XElement element, int levels) => levels == 0 || element.Elements().Any(child => IsDeeperThan(child, levels - 1));

    /// <summary>The text of a child element; empty when it is missing.</summary>
    public static string Text(this XElement parent, string name) => parent.Element(name)?.Value ?? string.Empty;

    /// <summary>The text of a child element that must be there and not blank, and not longer than the column.</summary>
    public static string Required(this XElement parent, string name, int maxLength = 255)
    {
        string text = parent.Text(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new SyncItemException(PathTo(parent, name), "is missing or empty.");
        }

        return text.Length <= maxLength
            ? text
            : throw new SyncItemException(PathTo(parent, name), $"has {text.Length} characters, at most {maxLength} are stored.");
    }

    public static bool Bool(this XElement parent, string name, bool fallback = false)
    {
        string text = parent.Text(name).Trim();
        return text.Length == 0
            ? fallback
            : bool.TryParse(text, out bool value) ? value : throw Wrong(parent, name, text, "true or false");
    }

    public static int Int(this XElement parent, string name, int fallback = 0) => parent.OptionalInt(name) ?? fallback;

    public static int? OptionalInt(this XElement parent, string name)
    {
        string text = parent.Text(name).Trim();
        return text.Length == 0
            ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                ? value
                : throw Wrong(parent, name, text, "a whole number");
    }

    public static Guid Key(this XElement parent, string name)
    {
        string text = parent.Text(name).Trim();
        return text.Length == 0
            ? Guid.Empty
            : Guid.TryParse(text, out Guid value) ? value : throw Wrong(parent, name, text, "a key (guid)");
    }

    public static TEnum Enum<TEnum>(this XElement parent, string name, TEnum fallback)
        where TEnum : struct, Enum
    {
        string text = parent.Text(name).Trim();
        return text.Length == 0
            ? fallback
            : System.Enum.TryParse(text, ignoreCase: true, out TEnum value) && System.Enum.IsDefined(value)
                ? value
                : throw Wrong(parent, name, text, string.Join(", ", System.Enum.GetNames<TEnum>()));
    }

    /// <summary>A point in time. Values without a zone mean UTC, which is the time of Bamako.</summary>
    public static DateTime? Date(this XElement parent, string name)
    {
        string text = parent.Text(name).Trim();
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return text.Length == 0
            ? null
            : DateTime.TryParse(text, CultureInfo.InvariantCulture, Utc, out DateTime value)
                ? value
                : throw Wrong(parent, name, text, "a date such as 2026-01-31T09:00:00");
    }

    /// <summary>The attribute <c>Key</c>; empty when missing or not a guid.</summary>
    public static Guid KeyAttribute(this XElement element) =>
        Guid.TryParse(element.Attribute("Key")?.Value, out Guid key) ? key : Guid.Empty;

    /// <summary>The child, or an empty element when it is missing, so that every value in it has its default.</summary>
    public static XElement Child(this XElement parent, string name) => parent.Element(name) ?? new XElement(name);

    private static SyncItemException Wrong(XElement parent, string name, string text, string wanted) =>
        new(PathTo(parent, name), $"'{Shorten(text)}' is not {wanted}.");

    private static string PathTo(XElement parent, string name) =>
        string.Join('/', parent.AncestorsAndSelf().Reverse().Skip(1).Select(element => element.Name.LocalName).Append(name));

    /// <summary>Keeps a hostile value from filling the report.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
