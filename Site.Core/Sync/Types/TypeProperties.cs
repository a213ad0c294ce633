using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.Sync.Types;

/// <summary>Applies tabs, groups and own properties of a type.</summary>
internal sealed class TypeProperties(IDataTypeService dataTypes, IShortStringHelper shortStrings)
{
    /// <summary>Makes the type's own tabs and properties those of the file; what the file does not name is removed.</summary>
    public async Task ApplyAsync(SyncItem item, IContentTypeComposition type, TypeFile file, SyncRun run)
    {
        foreach (TypeTabFile tab in file.Tabs)
        {
            ApplyTab(item, type, tab);
        }

        foreach (TypePropertyFile property in WithDistinctOrders(type, file.Properties))
        {
            await ApplyPropertyAsync(item, type, property, run);
        }

        if (run.Handlers[item.File.Kind].NoRemove)
        {
            return;
        }

        foreach (IPropertyType gone in type.PropertyTypes.Where(live => !file.Properties.Any(wanted => IsSame(wanted, live))).ToList())
        {
            item.Differ($"Property {gone.Alias}");
            type.RemovePropertyType(gone.Alias);
        }

        RemoveEmptyTabs(item, type, file);
    }

    /// <summary>
    /// Umbraco's collection of properties never keeps a second zero: it makes it one more than the largest so far. Doing the
    /// same here, in the order that the site has, keeps such files from differing for ever.
    /// </summary>
    private static IEnumerable<TypePropertyFile> WithDistinctOrders(IContentTypeComposition type, IReadOnlyList<TypePropertyFile> properties)
    {
        foreach (IGrouping<string, TypePropertyFile> tab in properties.GroupBy(property => property.TabAlias, StringComparer.OrdinalIgnoreCase))
        {
            int largest = -1;
            foreach (TypePropertyFile property in tab.OrderBy(property => property.SortOrder).ThenBy(property => LiveOrder(type, property)))
            {
                int sortOrder = property.SortOrder == 0 && largest >= 0 ? largest + 1 : property.SortOrder;
                largest = Math.Max(largest, sortOrder);
                yield return property with { SortOrder = sortOrder };
            }
        }
    }

    private static int LiveOrder(IContentTypeComposition type, TypePropertyFile property) =>
        type.PropertyTypes.FirstOrDefault(live => IsSame(property, live))?.SortOrder ?? int.MaxValue;

    private static bool IsSame(TypePropertyFile wanted, IPropertyType live) =>
        wanted.Alias.InvariantEquals(live.Alias) || (wanted.Key != Guid.Empty && wanted.Key == live.Key);

    private static void ApplyTab(SyncItem item, IContentTypeComposition type, TypeTabFile tab)
    {
        string what = $"Tab {tab.Alias}";
        PropertyGroup? group = type.PropertyGroups.FirstOrDefault(live => live.Key == tab.Key)
            ?? type.PropertyGroups.FirstOrDefault(live => live.Alias.InvariantEquals(tab.Alias));
        if (group is null)
        {
            item.Differ(what);
            AddGroup(type, tab);
            return;
        }

        item.SetText(what, group.Name, tab.Caption, value => group.Name = value);
        item.Set(what, group.SortOrder, tab.SortOrder, value => group.SortOrder = value);
        item.Set(what, group.Type, tab.Type, value => group.Type = value);
        item.Set(what, group.Alias, tab.Alias, value =>
        {
            // The collection is keyed by alias.
            type.PropertyGroups.Remove(group);
            group.Alias = value;
            type.PropertyGroups.Add(group);
        });
        if (tab.Key != Guid.Empty)
        {
            item.Set(what, group.Key, tab.Key, value => group.Key = value);
        }
    }

    private static PropertyGroup AddGroup(IContentTypeComposition type, TypeTabFile tab)
    {
        bool supportsPublishing = type is IContentType;
        var group = new PropertyGroup(new PropertyTypeCollection(supportsPublishing))
        {
            Key = tab.Key == Guid.Empty ? Guid.NewGuid() : tab.Key,
            Name = tab.Caption,
            Alias = tab.Alias,
            Type = tab.Type,
            SortOrder = tab.SortOrder,
        };
        type.PropertyGroups.Add(group);

        // Umbraco's collections put what comes new at the end; the file knows its place.
        group.SortOrder = tab.SortOrder;
        return group;
    }

    private async Task ApplyPropertyAsync(SyncItem item, IContentTypeComposition type, TypePropertyFile file, SyncRun run)
    {
        string what = $"Property {file.Alias}";
        string element = $"GenericProperties/{file.Alias}";
        IDataType? dataType = await FindDataTypeAsync(file.Definition, run);
        if (dataType is null)
        {
            if (run.IsPending(SyncKind.DataType, file.Definition))
            {
                item.Differ(what);
            }
            else
            {
                item.Warn($"{element}/Definition", $"there is no data type {file.Definition.Key}; the property was left out. Add the data type's file.");
            }

            return;
        }

        if (file.EditorAlias.Length > 0 && !file.EditorAlias.InvariantEquals(dataType.EditorAlias))
        {
            item.Warn($"{element}/Type", $"says '{SyncXml.Shorten(file.EditorAlias)}', but the data type '{dataType.Name}' has the editor {dataType.EditorAlias}, which is used.");
        }

        IPropertyType? live = type.PropertyTypes.FirstOrDefault(own => file.Key != Guid.Empty && own.Key == file.Key)
            ?? type.PropertyTypes.FirstOrDefault(own => own.Alias.InvariantEquals(file.Alias));
        if (live is null)
        {
            item.Differ(what);
            Add(type, file, NewProperty(dataType, file));
        }
        else
        {
            Update(item, type, file, live, dataType);
        }
    }

    private async Task<IDataType?> FindDataTypeAsync(SyncReference definition, SyncRun run)
    {
        IDataType? dataType = await dataTypes.GetAsync(definition.Key);
        return dataType is null && run.Folder.Find(SyncKind.DataType, definition.Key) is { } file
            ? await dataTypes.GetAsync(file.Alias)
            : dataType;
    }

    private PropertyType NewProperty(IDataType dataType, TypePropertyFile file) => new(shortStrings, dataType, file.Alias)
    {
        Key = file.Key == Guid.Empty ? Guid.NewGuid() : file.Key,
        Name = file.Name,
        Description = file.Description,
        Mandatory = file.IsMandatory,
        MandatoryMessage = file.MandatoryMessage,
        ValidationRegExp = file.Validation,
        ValidationRegExpMessage = file.ValidationMessage,
        SortOrder = file.SortOrder,
        Variations = file.Variations,
        LabelOnTop = file.IsLabelOnTop,
    };

    private void Add(IContentTypeComposition type, TypePropertyFile file, PropertyType property)
    {
        string? group = EnsureGroup(type, file);
        bool added = group is null ? type.AddPropertyType(property) : type.AddPropertyType(property, group);
        if (!added)
        {
            throw new SyncItemException($"GenericProperties/{file.Alias}", "the alias is used twice in this type and its compositions; choose another one.");
        }

        property.SortOrder = file.SortOrder;
    }

    private void Update(SyncItem item, IContentTypeComposition type, TypePropertyFile file, IPropertyType live, IDataType dataType)
    {
        string what = $"Property {file.Alias}";
        if (file.Key != Guid.Empty)
        {
            item.Set(what, live.Key, file.Key, value => live.Key = value);
        }

        item.Set(what, live.Alias, file.Alias, value => Rename(type, live, value));
        string? group = EnsureGroup(type, file);
        item.Set(what, GroupOf(type, live)?.Alias, group, value => type.MovePropertyType(live.Alias, value));
        item.SetText(what, live.Name, file.Name, value => live.Name = value);
        item.SetText(what, live.Description, file.Description, value => live.Description = value);
        item.Set(what, live.Mandatory, file.IsMandatory, value => live.Mandatory = value);
        item.SetText(what, live.MandatoryMessage, file.MandatoryMessage, value => live.MandatoryMessage = value);
        item.SetText(what, live.ValidationRegExp, file.Validation, value => live.ValidationRegExp = value);
        item.SetText(what, live.ValidationRegExpMessage, file.ValidationMessage, value => live.ValidationRegExpMessage = value);
        item.Set(what, live.SortOrder, file.SortOrder, value => live.SortOrder = value);
        item.Set(what, live.Variations, file.Variations, value => live.Variations = value);
        item.Set(what, live.LabelOnTop, file.IsLabelOnTop, value => live.LabelOnTop = value);
        item.Set(what, live.DataTypeKey, dataType.Key, _ =>
        {
            live.DataTypeKey = dataType.Key;
            live.DataTypeId = dataType.Id;
            live.PropertyEditorAlias = dataType.EditorAlias;
            live.ValueStorageType = dataType.DatabaseType;
        });
    }

    private static PropertyGroup? GroupOf(IContentTypeComposition type, IPropertyType property) =>
        type.PropertyGroups.FirstOrDefault(group => group.PropertyTypes?.Contains(property.Alias) == true);

    private static void Rename(IContentTypeComposition type, IPropertyType property, string alias)
    {
        // The collection is keyed by alias.
        PropertyTypeCollection? siblings = GroupOf(type, property)?.PropertyTypes;
        siblings?.Remove(property);
        property.Alias = alias;
        siblings?.Add(property);
    }

    /// <summary>The alias of the property's group, which is made when only a composition, or no <c>Tab</c>, has it.</summary>
    private string? EnsureGroup(IContentTypeComposition type, TypePropertyFile file)
    {
        if (file.TabAlias.Length == 0 && file.TabCaption.Length == 0)
        {
            return null;
        }

        PropertyGroup? own = Match(type.PropertyGroups, file);
        if (own is not null)
        {
            return own.Alias;
        }

        PropertyGroup? inherited = Match(type.CompositionPropertyGroups, file);
        string alias = inherited?.Alias ?? (file.TabAlias.Length > 0 ? file.TabAlias : file.TabCaption.ToSafeAlias(shortStrings, camel: true));
        string caption = inherited?.Name ?? (file.TabCaption.Length > 0 ? file.TabCaption : alias);
        return AddGroup(type, new TypeTabFile(
            Guid.Empty, caption, alias, inherited?.Type ?? PropertyGroupType.Group, inherited?.SortOrder ?? type.PropertyGroups.Count)).Alias;
    }

    private static PropertyGroup? Match(IEnumerable<PropertyGroup> groups, TypePropertyFile file) =>
        file.TabAlias.Length > 0
            ? groups.FirstOrDefault(group => group.Alias.InvariantEquals(file.TabAlias))
            : groups.FirstOrDefault(group => group.Name.InvariantEquals(file.TabCaption));

    private static void RemoveEmptyTabs(SyncItem item, IContentTypeComposition type, TypeFile file)
    {
        var wanted = new HashSet<string>(
            file.Tabs.Select(tab => tab.Alias).Concat(file.Properties.Select(property => property.TabAlias)),
            StringComparer.OrdinalIgnoreCase);
        foreach (PropertyGroup group in type.PropertyGroups.Where(group => !wanted.Contains(group.Alias)).ToList())
        {
            bool hasChildren = type.PropertyGroups.Any(child => child.Alias.InvariantStartsWith(group.Alias + "/"));
            if (!hasChildren && group.PropertyTypes is not { Count: > 0 })
            {
                item.Differ($"Tab {group.Alias}");
                type.RemovePropertyGroup(group.Alias);
            }
        }
    }
}
