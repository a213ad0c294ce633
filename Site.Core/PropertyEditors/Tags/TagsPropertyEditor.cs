using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Tags;

/// <summary><c>Umbraco.Tags</c>: words by which content is found, stored as a JSON array or separated by commas.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.Tags, ValueType = ValueTypes.Text, ValueEditorIsReusable = true)]
internal sealed class TagsPropertyEditor : DataEditor
{
    private readonly IIOHelper _ioHelper;
    private readonly ITagPropertyIndexValueFactory _indexValueFactory;

    public TagsPropertyEditor(IDataValueEditorFactory dataValueEditorFactory, IIOHelper ioHelper, ITagPropertyIndexValueFactory indexValueFactory)
        : base(dataValueEditorFactory)
    {
        _ioHelper = ioHelper;
        _indexValueFactory = indexValueFactory;
        SupportsReadOnly = true;
    }

    /// <inheritdoc />
    public override IPropertyIndexValueFactory PropertyIndexValueFactory => _indexValueFactory;

    /// <inheritdoc />
    protected override IDataValueEditor CreateValueEditor() => DataValueEditorFactory.Create<TagsValueEditor>(Attribute!);

    /// <inheritdoc />
    protected override IConfigurationEditor CreateConfigurationEditor() => new TagConfigurationEditor(_ioHelper);

    internal sealed class TagsValueEditor : DataValueEditor, IDataValueTags
    {
        private readonly IJsonSerializer _jsonSerializer;

        public TagsValueEditor(DataEditorAttribute attribute, IShortStringHelper shortStringHelper, IJsonSerializer jsonSerializer, IIOHelper ioHelper)
            : base(shortStringHelper, jsonSerializer, ioHelper, attribute)
            => _jsonSerializer = jsonSerializer;

        /// <inheritdoc />
        public override IValueRequiredValidator RequiredValidator { get; } = new ListRequiredValidator(value => Read(value, null).Length);

        /// <inheritdoc />
        public override object? FromEditor(ContentPropertyData editorValue, object? currentValue)
        {
            var configuration = editorValue.DataTypeConfiguration as TagConfiguration;
            string[] tags = Read(editorValue.Value, configuration);
            if (tags.Length == 0)
                return null;

            return configuration is { StorageType: TagsStorageType.Csv }
                ? string.Join(Delimiter(configuration), tags)
                : _jsonSerializer.Serialize(tags);
        }

        /// <inheritdoc />
        public override object? ToEditor(IProperty property, string? culture = null, string? segment = null)
            => Read(property.GetValue(culture, segment), ConfigurationObject as TagConfiguration);

        /// <inheritdoc />
        public IEnumerable<ITag> GetTags(object? value, object? dataTypeConfiguration, int? languageId)
        {
            var configuration = dataTypeConfiguration as TagConfiguration;
            string group = string.IsNullOrWhiteSpace(configuration?.Group) ? "default" : configuration.Group;
            return Read(value, configuration).Select(tag => new Tag { Group = group, Text = tag, LanguageId = languageId });
        }

        // What is stored need not be what is configured now: the storage type may have been changed since.
        private static string[] Read(object? value, TagConfiguration? configuration)
        {
            string[] parts = EditorStrings.Read(value) ?? [];
            if (parts.Length == 1 && value is string text && !text.TrimStart().StartsWith('['))
                parts = text.Split(Delimiter(configuration));

            return [.. parts.Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        }

        private static char Delimiter(TagConfiguration? configuration)
            => configuration is null || configuration.Delimiter == default ? ',' : configuration.Delimiter;
    }
}
