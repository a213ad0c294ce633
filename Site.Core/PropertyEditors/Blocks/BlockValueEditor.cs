using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Stores, shows and merges the value of an editor that holds nothing but blocks.</summary>
internal abstract class BlockValueEditor<TValue, TLayout> : DataValueEditor, IDataValueReference, IDataValueTags, IBlockValueEditor
    where TValue : BlockValue<TLayout>, new()
    where TLayout : IBlockLayoutItem, new()
{
    private readonly IJsonSerializer _jsonSerializer;
    private readonly BlockEditing _blocks;

    /// <summary>Initializes a value editor.</summary>
    protected BlockValueEditor(
        DataEditorAttribute attribute,
        IShortStringHelper shortStringHelper,
        IJsonSerializer jsonSerializer,
        IIOHelper ioHelper,
        BlockEditing blocks)
        : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
    {
        _jsonSerializer = jsonSerializer;
        _blocks = blocks;
        RequiredValidator = new ListRequiredValidator(value
            => BlockValueReader.TryRead<TValue, TLayout>(jsonSerializer, value, out TValue? read) ? read.Layouts().Length : 0);
    }

    /// <inheritdoc />
    public override IValueRequiredValidator RequiredValidator { get; }

    /// <inheritdoc />
    /// <remarks>What cannot be read is refused by validation; should it be saved all the same, what was there before stays.</remarks>
    public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
    {
        if (Read(editorValue.Value) is not { } value)
            return BlockValueReader.IsBlank(editorValue.Value) ? null : currentValue;

        _blocks.FromEditor(value, Read(currentValue), editorValue.ContentKey);
        return Write(value);
    }

    /// <inheritdoc />
    public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
    {
        if (Read(property.GetValue(culture, segment)) is not { } value)
            return null;

        _blocks.ToEditor(value);
        return value;
    }

    /// <inheritdoc />
    public abstract override IEnumerable<Guid> ConfiguredElementTypeKeys();

    /// <inheritdoc />
    public IEnumerable<UmbracoEntityReference> GetReferences(object? value) => _blocks.References(Read(value));

    /// <inheritdoc />
    public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId) => _blocks.Tags(Read(value), languageId);

    /// <inheritdoc />
    public object? Merge(object? source, object? target, string? culture)
        => Write(_blocks.Merge<TValue, TLayout>(Read(source), Read(target), culture));

    /// <inheritdoc />
    public IEnumerable<string> ChangedCultures(object? source, object? target, string defaultCulture)
        => _blocks.ChangedCultures<TValue, TLayout>(Read(source), Read(target), defaultCulture);

    private TValue? Read(object? source)
        => BlockValueReader.TryRead<TValue, TLayout>(_jsonSerializer, source, out TValue? value) ? _blocks.Resolve<TValue, TLayout>(value) : null;

    private string? Write(TValue value) => value.Layouts().Length == 0 ? null : _jsonSerializer.Serialize(value);
}
