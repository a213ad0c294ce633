using System.ComponentModel.DataAnnotations;
using Site.Core.PropertyEditors.Blocks;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validators;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Stores, shows, validates and merges rich text with blocks; markup is cleaned before it is stored.</summary>
internal sealed class RichTextValueEditor : DataValueEditor, IDataValueReference, IDataValueTags, IBlockValueEditor
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly BlockEditing _blocks;
    private readonly RichTextMarkup _markup;

    public RichTextValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        RichTextMarkup markup,
        BlockEditing blocks,
        BlockValidator validator)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _markup = markup;
        _blocks = blocks;
        RequiredValidator = new MarkupRequiredValidator(jsonSerializer);
        FormatValidator = new MarkupFormatValidator(jsonSerializer);
        Validators.Add(new RichTextBlocksValidator(jsonSerializer, validator));
    }

    /// <inheritdoc />
    public override IValueRequiredValidator RequiredValidator { get; }

    /// <inheritdoc />
    public override IValueFormatValidator FormatValidator { get; }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (Read(editorValue.Value) is not { } value)
            return null;

        // Blocks that cannot be read are refused by validation; should the text be saved all the same, what was there before stays.
        if (value.Blocks is null && RichTextValueReader.Blocks(editorValue.Value) is not null)
            return currentValue;

        value.Markup = _markup.ForStorage(value.Markup);
        RichTextBlockValue blocks = value.Blocks ?? new RichTextBlockValue();
        HashSet<Guid> shown = [.. RichTextBlockMarkup.Keys(value.Markup)];
        blocks.SetLayouts(blocks.Layouts().Keep(layout => shown.Contains(layout.ContentKey)));
        _blocks.FromEditor(blocks, Read(currentValue)?.Blocks, editorValue.ContentKey);
        value.Blocks = blocks;
        return Write(value);
    }

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (Read(property.GetValue(culture, segment)) is not { } value)
            return null;

        value.Markup = _markup.ForEditor(value.Markup);
        value.Blocks ??= new RichTextBlockValue();
        _blocks.ToEditor(value.Blocks);
        return value;
    }

    /// <inheritdoc />
    public override IEnumerable<Guid> ConfiguredElementTypeKeys()
        => ConfigurationObject is RichTextConfiguration { Blocks: { } blocks } ? blocks.ElementTypeKeys() : [];

    /// <inheritdoc />
    public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
        => Read(value) is { } richText
            ? _markup.References(richText.Markup).Concat(_blocks.References(richText.Blocks)).Distinct()
            : [];

    /// <inheritdoc />
    public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId)
        => _blocks.Tags(Read(value)?.Blocks, languageId);

    /// <inheritdoc />
    /// <remarks>The markup is invariant; it says which blocks are there.</remarks>
    public object? Merge(object? source, object? target, string? culture)
    {
        RichTextEditorValue? from = Read(source);
        RichTextEditorValue? to = Read(target);
        RichTextEditorValue? markup = string.IsNullOrEmpty(culture) ? from : to ?? from;
        return markup is null
            ? null
            : Write(new RichTextEditorValue
            {
                Markup = markup.Markup,
                Blocks = _blocks.Merge<RichTextBlockValue, RichTextBlockLayoutItem>(from?.Blocks, to?.Blocks, culture),
            });
    }

    /// <inheritdoc />
    public IEnumerable<string> ChangedCultures(object? source, object? target, string defaultCulture)
    {
        RichTextEditorValue? from = Read(source);
        RichTextEditorValue? to = Read(target);
        IEnumerable<string> changed = _blocks.ChangedCultures<RichTextBlockValue, RichTextBlockLayoutItem>(from?.Blocks, to?.Blocks, defaultCulture);
        return from?.Markup == to?.Markup ? changed : changed.Union([defaultCulture], StringComparer.OrdinalIgnoreCase);
    }

    private RichTextEditorValue? Read(object? source)
    {
        RichTextEditorValue? value = RichTextValueReader.Read(_jsonSerializer, source);
        _blocks.Resolve<RichTextBlockValue, RichTextBlockLayoutItem>(value?.Blocks);
        return value;
    }

    private string? Write(RichTextEditorValue value) => RichTextValueReader.IsEmpty(value.Markup) ? null : _jsonSerializer.Serialize(value);

    private sealed class MarkupRequiredValidator(IJsonSerializer jsonSerializer) : IValueRequiredValidator
    {
        private readonly RequiredValidator _required = new();

        public IEnumerable<ValidationResult> ValidateRequired(object? value, string? valueType)
            => _required.ValidateRequired(RichTextValueReader.Read(jsonSerializer, value)?.Markup, ValueTypes.String);
    }

    private sealed class MarkupFormatValidator(IJsonSerializer jsonSerializer) : IValueFormatValidator
    {
        private readonly RegexValidator _regex = new();

        public IEnumerable<ValidationResult> ValidateFormat(object? value, string? valueType, string format)
            => _regex.ValidateFormat(RichTextValueReader.Read(jsonSerializer, value)?.Markup, ValueTypes.String, format);
    }
}
