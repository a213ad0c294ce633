using System.ComponentModel.DataAnnotations;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Stores, shows, validates and merges the value of a block list.</summary>
internal sealed class BlockListValueEditor : DataValueEditor, IDataValueReference, IDataValueTags
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly BlockEditing _blocks;

    public BlockListValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        ILocalizedTextService localizedTextService,
        BlockEditing blocks,
        BlockValidator validator)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _blocks = blocks;
        Validators.Add(new ListValidator(jsonSerializer, localizedTextService, validator));
    }

    /// <inheritdoc />
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (Read(editorValue.Value) is not { } value)
            return null;

        value.RemoveOrphans();
        _blocks.NestedValues.MapFromEditor(value, Read(currentValue), editorValue.ContentKey);
        return Write(value);
    }

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (Read(property.GetValue(culture, segment)) is not { } value)
            return null;

        _blocks.NestedValues.MapToEditor(value);
        return value;
    }

    /// <inheritdoc />
    public override IEnumerable<Guid> ConfiguredElementTypeKeys()
        => ConfigurationObject is BlockListConfiguration configuration ? configuration.Blocks.ElementTypeKeys() : [];

    /// <inheritdoc />
    public IEnumerable<UmbracoEntityReference> GetReferences(object? value)
        => Read(value) is { } blocks ? _blocks.NestedValues.References(blocks) : [];

    /// <inheritdoc />
    public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId)
        => Read(value) is { } blocks
            ? _blocks.NestedValues.Tags(blocks, culture => _blocks.Languages.Id(culture) ?? languageId)
            : [];

    /// <summary>The stored value with one culture's data, or for <c>null</c> the invariant data, taken from <paramref name="source"/>.</summary>
    public object? Merge(object? source, object? target, string? culture)
        => Write(BlockCultureMerger.Merge<BlockListValue, BlockListLayoutItem>(Read(source), Read(target), culture));

    /// <summary>The cultures whose data differ between two stored values.</summary>
    public IEnumerable<string> ChangedCultures(object? source, object? target, string defaultCulture)
        => BlockCultureMerger.ChangedCultures<BlockListValue, BlockListLayoutItem>(Read(source), Read(target), defaultCulture);

    private BlockListValue? Read(object? source)
    {
        if (!BlockValueReader.TryRead<BlockListValue, BlockListLayoutItem>(_jsonSerializer, source, out BlockListValue? value))
            return null;

        _blocks.Resolver.Resolve(value);
        return value;
    }

    private string? Write(BlockListValue value) => value.Layouts().Length == 0 ? null : _jsonSerializer.Serialize(value);

    private sealed class ListValidator(IJsonSerializer jsonSerializer, ILocalizedTextService localizedTextService, BlockValidator validator)
        : IValueValidator
    {
        public IEnumerable<ValidationResult> Validate(
            object? value,
            string? valueType,
            object? dataTypeConfiguration,
            PropertyValidationContext validationContext)
        {
            if (dataTypeConfiguration is not BlockListConfiguration configuration)
                return [];

            if (!BlockValueReader.TryRead<BlockListValue, BlockListLayoutItem>(jsonSerializer, value, out BlockListValue? blocks))
                return ItemCount.ValidateEntries(localizedTextService, 0, configuration.ValidationLimit.Min, null);

            blocks.RemoveOrphans();
            return ItemCount
                .ValidateEntries(localizedTextService, blocks.Layouts().Length, configuration.ValidationLimit.Min, configuration.ValidationLimit.Max)
                .Concat(validator.Validate(blocks, configuration.Blocks, validationContext));
        }
    }
}
