using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Site.Core.Sync.Files;

/// <summary>Prints XML as uSync does: byte order mark, declaration, two spaces, LF, nothing after the root element.</summary>
internal static class SyncXmlText
{
    private static readonly XmlWriterSettings _settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    /// <summary>The bytes of a file with this root element.</summary>
    /// <exception cref="SyncItemException">A text holds a character that XML cannot hold.</exception>
    public static byte[] Print(XElement root)
    {
        using var stream = new MemoryStream();
        try
        {
            using var writer = XmlWriter.Create(stream, _settings);
            new XDocument(root).Save(writer);
        }
        catch (ArgumentException exception)
        {
            throw new SyncItemException("file", $"a text cannot be written as XML: {exception.Message} Remove the character in the backoffice.");
        }

        return stream.ToArray();
    }

    /// <summary>The guid as uSync writes it.</summary>
    public static XAttribute Key(Guid key) => new("Key", key.ToString("D"));

    /// <summary>A reference to another item: its key, and its alias or name as text.</summary>
    public static XElement Reference(string name, Guid key, string? text) => new(name, Key(key), text ?? string.Empty);

    /// <summary>A boolean as XML writes it.</summary>
    public static XElement Bool(string name, bool value) => new(name, value);

    /// <summary>A boolean of the few elements that uSync writes in .NET's spelling.</summary>
    public static XElement NetBool(string name, bool value) => new(name, value.ToString());

    /// <summary>A text; never missing, so that an importer can clear the value.</summary>
    public static XElement Text(string name, string? value) => new(name, value ?? string.Empty);

    /// <summary>A point in time, UTC, without a zone.</summary>
    public static string Date(DateTime date) =>
        (date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
