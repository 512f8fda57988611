using System.Collections.Concurrent;
using HandoffOffice.Api.Design;
using HandoffOffice.Api.Identity;
using HandoffOffice.Storage;
using HandoffOffice.Storage.Handoffs;
using Microsoft.EntityFrameworkCore;

namespace HandoffOffice.Api.Hosting;

/// <summary>Makes a tenant's first call find the sample workflows, and keeps the people who sign in, so that they can be named as reviewers.</summary>
internal sealed class TenantSetup(RequestDelegate next)
{
    private readonly ConcurrentDictionary<string, bool> tenants = new();
    private readonly ConcurrentDictionary<Caller, bool> people = new(CallerComparer.Instance);

    public async Task InvokeAsync(HttpContext context, HandoffOfficeDb db, SampleWorkflows samples)
    {
        if (Caller.TryFrom(context.User, out Caller? caller, out _))
        {
            if (!tenants.ContainsKey(caller.TenantId))
            {
                await samples.AddTo(caller.TenantId, context.RequestAborted);
                tenants[caller.TenantId] = true;
            }

            if (!caller.IsApplication && !people.ContainsKey(caller))
            {
                await Keep(db, caller, context.RequestAborted);
                people[caller] = true;
            }
        }

        await next(context);
    }

    private static async Task Keep(HandoffOfficeDb db, Caller caller, CancellationToken cancel)
    {
        string roles = string.Join(' ', caller.Roles.Order());
        if (await db.People.FirstOrDefaultAsync(person => person.Id == caller.PersonId, cancel) is { } row)
        {
            (row.Name, row.Email, row.Roles) = (caller.Name, caller.Email, roles);
        }
        else
        {
            db.People.Add(new PersonRow { TenantId = caller.TenantId, Id = caller.PersonId, Name = caller.Name, Email = caller.Email, Roles = roles });
        }

        await db.SaveChangesAsync(cancel);
    }

    private sealed class CallerComparer : IEqualityComparer<Caller>
    {
        public static CallerComparer Instance { get; } = new();

        public bool Equals(Caller? x, Caller? y) => x is not null && y is not null
            && (x.TenantId, x.PersonId, x.Name, x.Email) == (y.TenantId, y.PersonId, y.Name, y.Email) && x.Roles.SetEquals(y.Roles);

        public int GetHashCode(Caller obj) => HashCode.Combine(obj.TenantId, obj.PersonId);
    }
}
