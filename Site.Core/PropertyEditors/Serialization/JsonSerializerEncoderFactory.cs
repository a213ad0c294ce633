using System.Text.Encodings.Web;
using System.Text.Unicode;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Chooses how stored JSON is escaped: letters of every script stay readable, while characters with a meaning in HTML are escaped.</summary>
/// <remarks>Accented French and Bambara text would otherwise take six bytes a letter in the database and could not be read there.</remarks>
internal sealed class JsonSerializerEncoderFactory : IJsonSerializerEncoderFactory
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <inheritdoc />
    public JavaScriptEncoder CreateEncoder<TSerializer>()
        where TSerializer : IJsonSerializer
        => Encoder;
}
