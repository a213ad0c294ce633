using Site.Web.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
builder.AddSite();

WebApplication app = builder.Build();
app.UseSite();

return await app.RunSiteAsync(args);
